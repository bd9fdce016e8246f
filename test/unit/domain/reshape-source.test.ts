import { describe, expect, it } from 'vitest'
import { fieldChanges } from '@/lib/domain/field-changes'
import { emptied, reshaped } from '@/lib/domain/reshape-source'
import type { Source } from '@/lib/domain/source'
import { makeAsset } from './make'

const source: Source = {
  id: 's', kind: 'rss', address: 'https://a.example/feed', mapping: { title: 'title', tags: 'topics' }, fixed: { language: 'de' }, takesPlaybook: false, paused: false, addedAt: 1, memory: 'tag',
}
const same = { mapping: source.mapping, fixed: source.fixed }

describe('other columns and values', () => {
  it.each<[string, Partial<typeof same>, string[] | undefined]>([
    ['nothing', {}, undefined],
    ['a column more', { mapping: { ...source.mapping, lead: 'abstract' } }, undefined],
    ['a column less', { mapping: { title: 'title', tags: '' } }, ['topics']],
    ['another column for the same field', { mapping: { title: 'title', words: 'topics' } }, undefined],
    ['another value', { fixed: { language: 'fr' } }, ['language']],
    ['no value', { fixed: {} }, ['language']],
    ['no title, which every item must have', { mapping: { tags: 'topics' } }, undefined],
  ])('%s: what is filled no more', (_, change, dropped) => {
    expect(reshaped(source, { ...same, ...change }, {}).dropped).toEqual(dropped)
  })

  it('ask for everything again, and only then', () => {
    expect(reshaped(source, same, {}).memory).toBe('tag')
    expect(reshaped(source, { ...same, fixed: {} }, {}).memory).toBeUndefined()
    expect(reshaped({ ...source, kind: 'salesforce-files' }, { ...same, fixed: {} }, {}).memory).toBe('tag')
  })

  it('add to what was dropped before', () => {
    const once = reshaped(source, { ...same, fixed: {} }, {})
    expect(reshaped(once, { mapping: { title: 'title' }, fixed: {} }, {}).dropped).toEqual(['language', 'topics'])
  })
})

it('empties what a source fills no more, and nothing that names the asset', () => {
  const asset = makeAsset({ topics: ['a'], language: 'de', owner: 'Ines' })
  expect(emptied(asset, ['topics', 'language', 'owner', 'id', 'title', '__proto__'])).toMatchObject({ id: asset.id, title: asset.title, topics: [], language: 'en', owner: undefined })
})

it('says what differs in words a person can read', () => {
  const before = makeAsset({ topics: ['a', 'b'], updatedAt: 1 })
  expect(fieldChanges(before, { ...before, topics: [], expires: Date.UTC(2027, 0, 2), shareable: false, updatedAt: 2 })).toEqual([
    { title: before.title, field: 'topics', from: 'a, b', to: '' },
    { title: before.title, field: 'shareable', from: 'true', to: 'false' },
    { title: before.title, field: 'expires', from: '', to: '2027-01-02' },
  ])
})
