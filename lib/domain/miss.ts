import * as z from 'zod/mini'
import type { missedEvent } from './ledger'
import { needKey } from './need'

const text = z.optional(z.string())

/** A search on which a rep paused although nothing fitted, whoever searched. Times are epoch milliseconds. */
export const miss = z.strictObject({
  /** Normalised words, stage and industry; see `needKey`. */
  key: z.string(),
  /** As it was last typed. */
  query: z.string(),
  stage: text,
  industry: text,
  persona: text,
  count: z.number(),
  first: z.number(),
  last: z.number(),
})
export type Miss = z.infer<typeof miss>

export type MissedEvent = z.infer<typeof missedEvent>

/** What a search that travelled to the hub counts for. `wordsOf` brings queries together that ask for the same. */
export function toMiss({ at, query, stage, industry, persona }: MissedEvent, wordsOf: (query: string) => string): Miss {
  return { key: needKey(wordsOf(query), { stage, industry }), query, stage, industry, persona, count: 1, first: at, last: at }
}

/** One entry for each need, those missed most often first. */
export function mergeMisses(misses: readonly Miss[]): Miss[] {
  const groups = Map.groupBy(misses.toSorted((a, b) => a.last - b.last), ({ key }) => key)
  return [...groups.values()].flatMap((same) => {
    const newest = same.at(-1)
    return newest ? [{ ...newest, count: same.reduce((sum, { count }) => sum + count, 0), first: Math.min(...same.map(({ first }) => first)) }] : []
  }).sort((a, b) => b.count - a.count || b.last - a.last)
}

/** Whether somebody typed the person's name: such a search asks for nothing that could be made. */
export function namesPerson(query: string, name: string): boolean {
  const wordsOf = (typed: string) => typed.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const names = new Set(wordsOf(name).filter((word) => word.length > 2))
  return wordsOf(query).some((word) => names.has(word))
}
