import { describe, expect, it } from 'vitest'
import type { Asset } from '@/lib/domain/asset'
import { editedFields } from '@/lib/domain/edited-fields'
import { planSource } from '@/lib/domain/plan-source'
import type { FreshReading, Sight } from '@/lib/domain/source-ports'
import { day, makeAsset, now } from './make'

const source = { id: 's1', kind: 'rss' as const, mapping: {}, fixed: {} }
const page = (slug: string, more: Record<string, unknown> = {}) => ({ title: slug, link: `https://a.example/${slug}`, published: new Date(now - 10 * day).toISOString(), ...more })
const plan = (rows: Record<string, unknown>[], existing: readonly Asset[] = [], more: Partial<FreshReading> & { fixed?: object } = {}) =>
  planSource({ source: { ...source, fixed: more.fixed ?? {} }, reading: { rows, held: more.held ?? [], sight: more.sight ?? 'all' }, existing, now })
const library = (rows: Record<string, unknown>[]) => plan(rows).added

describe('a followed source', () => {
  it('gives an item the same id in every browser, by its address', () => {
    const [first] = library([page('one')])
    const [second] = library([page('one', { link: 'https://A.example/one/?utm_source=x' })])
    expect(first?.id).toBe(second?.id)
    expect(first?.source).toEqual({ system: 'rss', id: undefined, from: 's1' })
  })

  it('changes nothing the second time', () => {
    const rows = [page('one'), page('two')]
    expect(plan(rows, library(rows))).toMatchObject({ added: [], changed: [], unchanged: 2, gone: [] })
  })

  it.each<[string, Sight, string[]]>([
    ['the whole list', 'all', ['two', 'old']], ['its latest entries only', { since: now - 20 * day }, ['two']], ['nothing to tell by', 'none', []],
  ])('archives what is gone as far as a reading sees: %s', (_, sight, gone) => {
    const held = library([page('one'), page('two'), page('old', { published: new Date(now - 90 * day).toISOString() })])
    const planned = plan([page('one')], held, { sight })
    expect(planned.gone.map(({ title, status }) => [title, status])).toEqual(gone.map((title) => [title, 'archived']))
  })

  it('archives nothing that is still there unread, whose row is broken, or that belongs to others', () => {
    const mine = makeAsset({ id: 'mine', url: 'https://a.example/mine' })
    const other = makeAsset({ id: 'other', url: 'https://a.example/other', source: { system: 'rss', from: 's2' } })
    const held = [...library([page('one'), page('two')]), mine, other]
    expect(plan([], held, { held: ['https://a.example/one'] }).gone.map(({ title }) => title)).toEqual(['two'])
    expect(plan([page('two', { title: '' })], held).gone.map(({ title }) => title)).toEqual(['one'])
    expect(plan([{ title: '' }], held).gone).toEqual([])
  })

  it('brings back what it archived once it is there again', () => {
    const [one] = library([page('one')])
    const archived = { ...(one as Asset), status: 'archived' as const }
    expect(plan([page('one')], [archived]).changed).toMatchObject([{ status: 'approved', version: 2 }])
    expect(plan([page('one')], [{ ...archived, edited: ['status'] }]).changed).toEqual([])
  })

  it('leaves alone what a person edited here, and only that', () => {
    const [one] = library([page('one', { description: 'Old' })])
    const before = one as Asset
    const after = { ...before, title: 'Our title', stages: ['mql'] }
    const edited = { ...after, edited: editedFields(before, after) }
    expect(edited.edited).toEqual(['title', 'stages'])
    expect(plan([page('one', { description: 'New', title: 'Theirs' })], [edited]).changed).toMatchObject([{ title: 'Our title', stages: ['mql'], abstract: 'New' }])
  })

  it('takes over no asset of somebody else at the same address', () => {
    const mine = makeAsset({ id: 'mine', title: 'Mine', url: 'https://a.example/one' })
    expect(plan([page('one')], [mine])).toMatchObject({ added: [], changed: [], unchanged: 1, gone: [] })
  })

  it('gives every item what it says nothing of', () => {
    expect(plan([page('one', { categories: ['a'] })], [], { fixed: { kind: 'blog-post', language: 'de', topics: ['b'] } }).added).toMatchObject([{ kind: 'blog-post', language: 'de', topics: ['a', 'b'] }])
  })

  it('S32 takes no item whose address may not be opened', () => {
    expect(plan([page('one', { link: 'javascript:alert(1)' })])).toMatchObject({ added: [], problems: [{ row: 1, problem: 'bad-address' }] })
  })
})

it('notes no edits of an asset of one\'s own', () => {
  expect(editedFields(makeAsset(), makeAsset({ title: 'Other' }))).toBeUndefined()
})
