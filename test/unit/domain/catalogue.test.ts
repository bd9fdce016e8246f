import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { agentRules, unknownAgent } from '@/lib/domain/agent/rules'
import { assetKind } from '@/lib/domain/asset'
import { otherReason } from '@/lib/domain/default-playbook'
import { rowProblems } from '@/lib/domain/import/read-asset'
import { verdictValue } from '@/lib/domain/ledger'
import { labelKey, labelOf, say, sayCount } from '@/lib/domain/sentence'
import { touchKind } from '@/lib/domain/touch'
import { samplePlaybook } from '../../fixtures/sample-playbook'

const root = new URL('../../../', import.meta.url)
type Entry = string | { [key: string]: Entry }
const catalogue = parse(readFileSync(new URL('locales/en.yml', root), 'utf8'), { uniqueKeys: true }) as { [key: string]: Entry }

/** Ids may be written with `-`; the screen looks them up with `_`, see `labelKey`. */
const find = (id: string) => id.replaceAll('-', '_').split('.').reduce<Entry | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), catalogue)
const keysOf = (entry: Entry): string[] => (typeof entry === 'string' ? [] : Object.entries(entry).flatMap(([key, inner]) => [key, ...keysOf(inner)]))

const folder = new URL('lib/domain/', root)
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(new URL(name, folder), 'utf8'))
const quoted = (pattern: RegExp) => sources.flatMap((source) => [...source.matchAll(pattern)].map(([, id = '']) => id))
/** Every id handed to `say` or `sayCount`, and whatever else looks like one: a quoted path into a section of the catalogue. */
const ids = [...new Set([
  ...quoted(/\bsay(?:Count)?\(\s*'([^']+)'/g),
  ...quoted(/'([a-z]\w*(?:\.\w+)+)'/g).filter((id) => Object.hasOwn(catalogue, id.split('.')[0] ?? '') && !id.startsWith('app.')),
])]

const placeholders = (text: string) => Math.max(0, ...[...text.matchAll(/\$(\d)/g)].map(([, number]) => Number(number)))

describe('the catalogue', () => {
  it('has every sentence the domain can say', () => {
    expect(ids.length).toBeGreaterThan(50)
    expect(ids.filter((id) => find(id) === undefined)).toEqual([])
  })

  it('has values for every placeholder of a sentence said in one place', () => {
    const missing = sources.flatMap((source) => [...source.matchAll(/\bsay\('([\w.]+)'((?:, [^()]+)*)\)/g)].flatMap(([, id = '', values = '']) => {
      const entry = find(id)
      const given = values.replace(/\{[^}]*\}/g, 'x').split(',').length - 1
      return typeof entry === 'string' && placeholders(entry) > given ? [`${id}: ${placeholders(entry)} > ${given}`] : []
    }))
    expect(missing).toEqual([])
  })

  it('has only keys that Chromium takes for message names', () => {
    expect(keysOf(catalogue).filter((key) => !/^[A-Za-z0-9_]+$/.test(key))).toEqual([])
  })

  const book = samplePlaybook
  it.each<[string, readonly string[]]>([
    ['verdict', verdictValue.options],
    ['reason', [...Object.values(book.reasons).flat().map(({ id }) => id), otherReason]],
    ['stage', book.stages.map(({ id }) => id)],
    ['persona', book.personas.map(({ id }) => id)],
    ['industry', book.industries.map(({ id }) => id)],
    ['product', book.products.map(({ id }) => id)],
    ['touch', touchKind.options],
    ['asset', assetKind.options],
    ['agent', [...agentRules.map(({ cause }) => cause), unknownAgent.cause]],
  ])('has a label for every %s', (family, vocabulary) => {
    expect(vocabulary.map((id) => labelKey(family, id)).filter((key) => typeof find(key) !== 'string')).toEqual([])
  })

  it('has a reason for every row an import leaves out', () => {
    expect(rowProblems.filter((id) => find(labelKey('importProblem', id)) === undefined)).toEqual([])
  })
})

it('labels playbook entries by their own name first', () => {
  expect(labelOf('stage', { id: 'mql', label: 'Hot' })).toBe('Hot')
  expect(labelOf('stage', { id: 'mql' })).toEqual({ say: 'stage.mql' })
  expect(labelKey('touch', 'page-view')).toBe('touch.page_view')
})

it('carries values in order, and the count first', () => {
  expect(say('a.b', 'x', 2)).toEqual({ id: 'a.b', values: ['x', 2] })
  expect(sayCount('a.b', 3, 'x')).toEqual({ id: 'a.b', values: [3, 'x'], count: 3 })
})
