import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asset } from '@/lib/domain/asset'
import { guessMapping } from '@/lib/domain/asset-columns'
import { toCreativeWork } from '@/lib/domain/asset-export'
import { planImport, type ImportInput } from '@/lib/domain/asset-import'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { importPlan } from '@/lib/domain/import-plan'
import { day, makeAsset, now } from './make'

const counter = () => {
  let count = 0
  return () => `new-${(count += 1)}`
}
const plan = (rows: unknown[], over: Partial<ImportInput> = {}) => planImport({ rows, mapping: {}, existing: [], now, makeId: counter(), ...over })
const only = (row: Record<string, unknown>, over?: Partial<ImportInput>) => plan([{ title: 'A', ...row }], over).added[0]
const problem = (row: unknown) => {
  const [first] = plan([row]).problems
  return first && `${first.row} ${first.column ?? '-'} ${first.problem} ${first.value ?? ''}`.trim()
}

describe('a row', () => {
  it('is approved and shareable unless a column says otherwise', () => {
    expect(only({})).toEqual({
      id: 'new-1', title: 'A', abstract: '', kind: 'other', topics: [], stages: [], personas: [], industries: [], products: [], language: 'en', status: 'approved', shareable: true,
      updatedAt: now, version: 1, source: { system: 'import', id: undefined },
    })
    expect(only({ status: 'Draft', shareable: 'no' })).toMatchObject({ status: 'draft', shareable: false })
  })

  it('fills every field it has a column for', () => {
    expect(only({
      id: 'a1', Link: 'https://www.example.com/a', Description: 'About', Type: 'Case Studies', Tags: 'one; two;one', Stage: 'MQL, sql', Audience: 'Supply Chain', Sector: 'Food & Beverage',
      Product: 'Control tower', Lang: 'de_CH', Author: 'Ines', body: 'Long\ntext', Expiry: '2027-01-31', 'Last reviewed': '2026-01-02T10:00:00+01:00', 'verify every (days)': 180, datePublished: '2025-05-05',
    }, { playbook: defaultPlaybook })).toMatchObject({
      id: 'a1', url: 'https://www.example.com/a', abstract: 'About', kind: 'case-study', topics: ['one', 'two'], stages: ['mql', 'sql'], personas: ['supply-chain'], industries: ['food'], products: ['control-tower'],
      language: 'de-CH', owner: 'Ines', body: 'Long\ntext', expires: Date.UTC(2027, 0, 31), verifiedAt: Date.UTC(2026, 0, 2, 9), verifyEvery: 180, publishedAt: Date.UTC(2025, 4, 5), source: { system: 'import', id: 'a1' },
    })
  })

  it.each([
    ['White Paper', 'white-paper'], ['e-book', 'ebook'], ['Blog posts', 'blog-post'], ['PRESENTATION', 'deck'], ['battle card', 'call-sheet'], ['Sculpture', 'other'], ['', 'other'],
  ])('of type %j is a %s', (type, kind) => {
    expect(only({ type })?.kind).toBe(kind)
  })

  it.each([
    [{ title: '' }, '1 title no-title'],
    [{ title: '  \u0000' }, '1 title no-title'],
    [{ url: 'https://www.example.com' }, '1 - no-title'],
    ['text', '1 - not-a-row'],
    [null, '1 - not-a-row'],
    [['a'], '1 - not-a-row'],
    [{ title: 'A', url: 'javascript:alert(1)' }, '1 url bad-address javascript:alert(1)'],
    [{ title: 'A', link: 'http://example.com' }, '1 link bad-address http://example.com'],
    [{ title: 'A', link: 'https://exam\u200Bple.com' }, '1 link bad-address https://example.com'],
    [{ title: 'A', expires: '03/04/2026' }, '1 expires bad-date 03/04/2026'],
    [{ title: 'A', expires: '2026-02-30' }, '1 expires bad-date 2026-02-30'],
    [{ title: 'A', shareable: 'perhaps' }, '1 shareable bad-yes-no perhaps'],
    [{ title: 'A', status: 'constructor' }, '1 status bad-status constructor'],
    [{ title: 'A', language: 'English!' }, '1 language bad-language English!'],
    [{ title: 'A', verifyEvery: '-3' }, '1 verifyEvery bad-number -3'],
  ])('%j is left out: %s', (row, expected) => {
    expect(problem(row)).toBe(expected)
  })

  it('is left out where the same asset came before', () => {
    const { added, problems } = plan([{ title: 'A', url: 'https://www.example.com/a' }, { title: 'B', url: 'https://www.example.com/a/?utm_source=x' }, { title: 'C', id: '7' }, { title: 'D', id: '7' }])
    expect(added.map(({ title }) => title)).toEqual(['A', 'C'])
    expect(problems.map(({ row, problem: name }) => [row, name])).toEqual([[2, 'duplicate'], [4, 'duplicate']])
  })

  it('takes the mapping it is given', () => {
    expect(plan([{ a: 'Title', b: 'x' }], { mapping: { a: 'title', b: 'abstract', c: 'nonsense' } }).added[0]).toMatchObject({ title: 'Title', abstract: 'x' })
  })

  it('undoes the guard against formulas', () => {
    expect(only({ title: "'=Sum" })?.title).toBe('=Sum')
  })
})

describe('an asset known already', () => {
  const known = makeAsset({ id: 'k', title: 'Old', owner: 'Ines', version: 3 })

  it.each<[string, Record<string, unknown>]>([
    ['by id', { id: 'k', title: 'New' }],
    ['by address', { url: 'http://www.example.com/guide/?utm_source=x#top'.replace('http:', 'https:'), title: 'New' }],
  ])('changes %s and keeps what the file does not say', (_, row) => {
    const { added, changed } = plan([row], { existing: [known] })
    expect(added).toEqual([])
    expect(changed[0]).toMatchObject({ id: 'k', title: 'New', owner: 'Ines', version: 4, updatedAt: now, source: { system: 'local' } })
  })

  it('stays the same where the file says the same', () => {
    expect(plan([{ id: 'k', title: 'Old' }], { existing: [known] })).toMatchObject({ added: [], changed: [], unchanged: 1 })
  })
})

it('says how many can be sent', () => {
  const url = (name: string) => `https://www.example.com/${name}`
  expect(plan([
    { title: 'A', url: url('a') }, { title: 'B', url: url('b'), status: 'draft' }, { title: 'C', url: url('c'), shareable: 'no' }, { title: 'D' }, { title: 'E', url: url('e'), expires: '2026-01-01' },
  ]).sendable).toBe(1)
})

it('is what the shared shape says', () => {
  const made = plan([{ title: 'A' }, { title: '' }, 7])
  expect(importPlan.parse(made)).toEqual(made)
})

describe('S33 poisoned rows', () => {
  it('S33 change no prototype and bring no key of theirs', () => {
    const row: unknown = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"prototype":{"polluted":true},"title":"A"}')
    const [made] = plan([row], { mapping: { title: 'title', ['__proto__']: 'abstract', constructor: 'owner', prototype: 'topics' } }).added
    expect(made).toMatchObject({ title: 'A', abstract: '', topics: [] })
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(plan([row]).added).toHaveLength(1)
  })

  it('S33 read own columns only', () => {
    const row: unknown = Object.create({ title: 'Inherited' })
    expect(plan([row], { mapping: { title: 'title' } }).problems[0]?.problem).toBe('no-title')
  })

  it('S33 survive any JSON', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.jsonValue(), fc.record({ title: fc.jsonValue(), url: fc.jsonValue(), kind: fc.jsonValue(), topics: fc.jsonValue(), expires: fc.jsonValue(), shareable: fc.jsonValue() }))), (rows) => {
      const made = plan(rows)
      expect(made.added.length + made.problems.length).toBe(rows.length)
      for (const one of made.added) expect(asset.parse(one)).toBeTruthy()
    }))
  })
})

it('guesses each field once and ignores the rest', () => {
  expect(guessMapping(['Name', 'Title', 'in_language', 'Last-Reviewed', 'Secret'])).toEqual({ Name: 'title', in_language: 'language', 'Last-Reviewed': 'verifiedAt' })
})

it('reads back what it exported', () => {
  const full = makeAsset({
    kind: 'case-study', topics: ['a', 'b'], stages: ['mql'], personas: ['it', 'finance'], industries: ['food'], products: ['p'], owner: 'Ines', body: 'Text', verifiedAt: now - day, verifyEvery: 90,
    expires: now + day, publishedAt: now - 9 * day, shareable: false, status: 'draft',
  })
  const rows: unknown = JSON.parse(JSON.stringify([toCreativeWork(full)]))
  const { added: [back] } = plan(rows as unknown[])
  expect({ ...back, source: full.source }).toEqual(full)
  expect(toCreativeWork(full)).toMatchObject({ '@type': 'Article', name: 'The guide', inLanguage: 'en', audience: [{ audienceType: 'it' }, { audienceType: 'finance' }] })
})
