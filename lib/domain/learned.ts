import * as z from 'zod/mini'

/**
 * What this browser learned about one item of content from the touches of the records it opened: counts alone, of people
 * nobody can name any more. They leave it in no other way than in an export.
 */
export const learnedItem = z.strictObject({
  /** Id of an asset, or the canonical address of a page. */
  item: z.string(),
  /** How many people consumed it. */
  people: z.number(),
  /** Asset → how many of them consumed that around it, each counting at most 1, near more than far. */
  next: z.record(z.string(), z.number()),
  /** People it was sent to, and how many of those opened it and answered afterwards. */
  got: z.number(),
  opened: z.number(),
  replied: z.number(),
})
export type LearnedItem = z.infer<typeof learnedItem>

/** Until when the touches of a record were counted, in epoch milliseconds: so that nobody counts twice. */
export const countedPerson = z.strictObject({ key: z.string(), until: z.number() })
export type CountedPerson = z.infer<typeof countedPerson>

/** Items of one person, or of many, by item. */
export type Learned = ReadonlyMap<string, LearnedItem>

/** Of the items around one, so many are kept: those most people went on to. */
const mostNext = 60

export function nothingLearned(item: string): LearnedItem {
  return { item, people: 0, next: {}, got: 0, opened: 0, replied: 0 }
}

/** What is known with a change put to it, a change being able to take away; no count falls below nothing. */
export function addLearned(known: LearnedItem, change: LearnedItem): LearnedItem {
  const next = { ...known.next }
  for (const [other, by] of Object.entries(change.next)) next[other] = (next[other] ?? 0) + by
  const kept = Object.entries(next).filter(([, count]) => count > 1e-6).sort(([, a], [, b]) => b - a).slice(0, mostNext)
  const sum = (field: 'people' | 'got' | 'opened' | 'replied') => Math.max(0, known[field] + change[field])
  return { item: known.item, people: sum('people'), next: Object.fromEntries(kept), got: sum('got'), opened: sum('opened'), replied: sum('replied') }
}

/** What has to be added to `before` to come to `after`; items that stay as they are, are left out. */
export function learnedDifference(after: Learned, before: Learned): LearnedItem[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((item) => {
    const [to, from] = [after.get(item) ?? nothingLearned(item), before.get(item) ?? nothingLearned(item)]
    const next: Record<string, number> = {}
    for (const other of new Set([...Object.keys(to.next), ...Object.keys(from.next)])) {
      const by = (to.next[other] ?? 0) - (from.next[other] ?? 0)
      if (Math.abs(by) > 1e-9) next[other] = by
    }
    const change = { item, people: to.people - from.people, next, got: to.got - from.got, opened: to.opened - from.opened, replied: to.replied - from.replied }
    const moved = change.people !== 0 || change.got !== 0 || change.opened !== 0 || change.replied !== 0 || Object.keys(next).length > 0
    return moved ? [change] : []
  })
}

export function isNothing({ people, got }: LearnedItem): boolean {
  return people <= 0 && got <= 0
}
