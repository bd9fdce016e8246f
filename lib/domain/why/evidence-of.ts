import type { Factor } from './factor'
import type { Touch } from '../touch'

export const dayMs = 86_400_000
/** What is older than this says little about today. */
export const recentDays = 30
const mostEvidence = 50

/** Days since, at least one: "in the last 1 day" and not "0 days". A moment ahead of the clock counts as now. */
export function daysSince(at: number, now: number): number {
  return Math.max(1, Math.ceil((now - at) / dayMs))
}

/** 1 now, one half after so many days, and so on: exponential decay by half-life. */
export function faded(at: number, now: number, halfLifeDays: number): number {
  return 2 ** (-Math.max(0, now - at) / dayMs / halfLifeDays)
}

export function isRecent({ at }: Touch, now: number, days = recentDays): boolean {
  return now - at <= days * dayMs
}

/** A factor about behaviour: its evidence, newest first, and the items that belong to it. */
export function factorOf(name: string, weight: number, sentence: Factor['sentence'], touches: readonly Touch[]): Factor {
  const shown = touches.slice(0, mostEvidence)
  return { name, weight, sentence, storyKeys: [...new Set(shown.map(({ contentKey }) => contentKey))], touchIds: shown.map(({ id }) => id) }
}
