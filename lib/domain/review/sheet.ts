import { campaignBy, type CampaignBy } from '../influence'
import type { Judgement } from '../judgement'
import { verdictValue } from '../ledger'
import type { Crm, RecordKind } from '../record-ref'
import type { Look } from '../store-ports'

/** A verdict as the review counts it: what it says of the lead, how it stands, and never who gave it. */
export interface ReviewRow extends Judgement { look: Look }

const crms: readonly Crm[] = ['salesforce', 'hubspot']
const kinds: readonly RecordKind[] = ['lead', 'contact', 'account']
/** A verdict that was overtaken may have been a second look, too: then it is the last. */
const looks: readonly Look[] = ['first', 'second', 'past', 'past']

/** One column for each field, words by their number in `words`, -1 for none; ids joined by blanks. */
interface Packed {
  words: string[]
  ids: string
  record: string
  campaigns: number[][]
  /** How they are known, by their place in `campaignBy`. Absent in sheets of before; empty where a verdict does not say. */
  ways?: number[][]
  /** 1 where of several campaigns only the first has a date. Absent in sheets of before. */
  dated?: number[]
  assets: number[][]
  at: number[]
  crm: number[]
  org: number[]
  kind: number[]
  look: number[]
  verdict: number[]
  reason: number[]
  source: number[]
  persona: number[]
  industry: number[]
  stage: number[]
}

/**
 * The verdicts of one day as a text, column by column and each word once: a hundred thousand of them are read in a fraction of
 * a second, which rows of objects are not.
 */
export function packSheet(rows: readonly ReviewRow[]): string {
  const known = new Map<string, number>()
  const word = (text: string | undefined): number => {
    if (text === undefined || text === '') return -1
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  }
  const columns = {
    ids: rows.map(({ id }) => id).join(' '), at: rows.map(({ at }) => at), crm: rows.map(({ ref }) => crms.indexOf(ref.crm)), org: rows.map(({ ref }) => word(ref.org)),
    kind: rows.map(({ ref }) => kinds.indexOf(ref.kind)), record: rows.map(({ ref }) => ref.id).join(' '),
    look: rows.map(({ look, secondLook }) => (look === 'past' && secondLook ? 3 : looks.indexOf(look))), verdict: rows.map(({ verdict }) => verdictValue.options.indexOf(verdict)),
    reason: rows.map(({ reason }) => word(reason)), source: rows.map(({ source }) => word(source)),
    campaigns: rows.map(({ campaigns }) => campaigns.map(word)),
    ways: rows.map(({ campaignsBy = [] }) => campaignsBy.map((by) => campaignBy.options.indexOf(by))),
    dated: rows.map(({ onlyFirstDated }) => (onlyFirstDated ? 1 : 0)), assets: rows.map(({ assets }) => assets.map(word)),
    persona: rows.map(({ persona }) => word(persona)), industry: rows.map(({ industry }) => word(industry)), stage: rows.map(({ stage }) => word(stage)),
  }
  return JSON.stringify({ words: [...known.keys()], ...columns } satisfies Packed)
}

/** Words seen so far: the same word in many sheets becomes one string, which is compared at once. */
export type Words = Map<string, string>

/** What `packSheet` packed. The sheet is our own, and is not checked value by value. @throws for anything that is no sheet at all */
export function readSheet(sheet: string, seen: Words = new Map()): ReviewRow[] {
  const columns = JSON.parse(sheet) as Packed
  const words = columns.words.map((word) => {
    if (!seen.has(word)) seen.set(word, word)
    return seen.get(word) ?? word
  })
  const one = (column: readonly number[], index: number) => words[column[index] ?? -1]
  const many = (list: readonly number[] = []) => list.map((number) => words[number] ?? '')
  const waysOf = ways(columns.ways)
  const [ids, records] = [columns.ids.split(' '), columns.record.split(' ')]
  return columns.at.map((at, index): ReviewRow => {
    const look = columns.look[index] ?? 2
    return {
      id: ids[index] ?? '', at, look: looks[look] ?? 'past', secondLook: look % 2 === 1, verdict: verdictValue.options[columns.verdict[index] ?? -1] ?? 'cant_tell',
      ref: { crm: crms[columns.crm[index] ?? 0] ?? 'salesforce', org: one(columns.org, index) ?? '', kind: kinds[columns.kind[index] ?? 0] ?? 'lead', id: records[index] ?? '' },
      reason: one(columns.reason, index), source: one(columns.source, index), campaigns: many(columns.campaigns[index]), campaignsBy: waysOf(index),
      onlyFirstDated: columns.dated?.[index] === 1 ? true : undefined, assets: many(columns.assets[index]),
      persona: one(columns.persona, index), industry: one(columns.industry, index), stage: one(columns.stage, index),
    }
  })
}

/** Most rows know their campaigns alike: they share one list. */
function ways(column: readonly (readonly number[])[] | undefined): (index: number) => readonly CampaignBy[] | undefined {
  const shared = new Map<string, readonly CampaignBy[]>()
  return (index) => {
    const numbers = column?.[index] ?? []
    if (numbers.length === 0) return undefined
    const key = numbers.join()
    const known = shared.get(key)
    if (known) return known
    const list = numbers.flatMap((number) => campaignBy.options[number] ?? [])
    shared.set(key, list)
    return list
  }
}
