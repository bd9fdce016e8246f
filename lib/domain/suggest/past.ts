import * as z from 'zod/mini'
import type { LedgerEvent } from '../ledger'
import { recordKey } from '../record-ref'
import { createFollowCounter } from './follow-counts'
import { outcomesOf } from './outcomes'
import type { TeamHistory } from './types'

/** How an asset did, as sums over people. */
export const assetPast = z.strictObject({
  /** People it was sent to and judged afterwards, and how many of those Good. */
  judged: z.number(),
  good: z.number(),
  /** Sends known to be sent. */
  sent: z.number(),
  /** When somebody called it outdated, epoch milliseconds. */
  outdated: z.array(z.number()),
})
export type AssetPast = z.infer<typeof assetPast>

/** What the team's events say of an asset or another item of content: sums over people whom nobody can name any more. */
export const itemPast = z.strictObject({
  ...assetPast.shape,
  item: z.string(),
  /** Judged people whose story held it, and how many of them consumed each other item around it. */
  people: z.number(),
  next: z.record(z.string(), z.number()),
})
export type ItemPast = z.infer<typeof itemPast>
export type Past = ReadonlyMap<string, ItemPast>

/** Sums of what was once added and taken away again come this close to nothing. */
const nothing = 1e-9

/**
 * Counts events: sends and refusals of an asset, and what judged people consumed together. Counting person by person and adding up gives the same, as long as
 * the outcome of a send is counted with the send. `isKnown`: the person's touches are counted elsewhere, so their verdicts' evidence says nothing new.
 */
export function countPast(given: readonly LedgerEvent[], isKnown: (key: string) => boolean = () => false): Map<string, ItemPast> {
  const past = new Map<string, ItemPast>()
  for (const [item, counts] of countAssets(inOrder(given))) Object.assign(of(past, item), counts)
  const { counter, items } = countStories(given, isKnown)
  for (const item of items) Object.assign(of(past, item), { people: counter.seen.get(item) ?? 0, next: Object.fromEntries(counter.follows.get(item) ?? []) })
  return past
}

/** The part of it that is about what judged people consumed. */
function countStories(given: readonly LedgerEvent[], isKnown: (key: string) => boolean) {
  const counter = createFollowCounter()
  const items = new Set<string>()
  for (const event of inOrder(given)) {
    if (event.type !== 'verdict') continue
    const person = recordKey(event.ref)
    if (isKnown(person)) continue
    for (const { key, assetId, last } of event.evidence.stories) {
      counter.consumed(person, assetId ?? key, last)
      items.add(assetId ?? key)
    }
  }
  return { counter, items }
}

/** Of two verdicts that name a story the earlier one says when it was read: the order in which events came must not matter. */
function inOrder(events: readonly LedgerEvent[]): LedgerEvent[] {
  return events.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** The same as `countPast` of all events at once, a step a person and a step an item. */
export function* countByPerson(people: ReadonlyMap<string, readonly LedgerEvent[]>, isKnown: (key: string) => boolean): Generator<void, Map<string, ItemPast>> {
  const sum = new Map<string, ItemPast>()
  const follows = new Map<string, Map<string, number>>()
  for (const events of people.values()) {
    addPast(sum, new Map([...countAssets(inOrder(events))].map(([item, counts]) => [item, { ...counts, item, people: 0, next: {} }])), 1)
    const { counter, items } = countStories(events, isKnown)
    for (const item of items) {
      of(sum, item).people += counter.seen.get(item) ?? 0
      const counts = follows.get(item) ?? new Map<string, number>()
      follows.set(item, counts)
      counter.addFollows(item, counts)
    }
    yield
  }
  for (const [item, counts] of follows) {
    of(sum, item).next = Object.fromEntries(counts)
    yield
  }
  return sum
}

/** The part of it that is about sends and refusals. */
function countAssets(events: readonly LedgerEvent[]): Map<string, AssetPast> {
  const past = new Map<string, AssetPast>()
  for (const [item, { judged, good }] of outcomesOf(events)) Object.assign(assetOf(past, item), { judged, good })
  const assetOfSend = new Map(events.flatMap((event) => (event.type === 'send' ? [[event.id, event.assetId] as const] : [])))
  for (const event of events) {
    if (event.type === 'dismissed' && event.reason === 'outdated') assetOf(past, event.assetId).outdated.push(event.at)
    const sent = event.type === 'send-outcome' && event.outcome === 'sent' ? assetOfSend.get(event.sendId) : undefined
    if (sent !== undefined) assetOf(past, sent).sent += 1
  }
  return past
}

/** Adds a count to a sum, or takes it out again. What comes to nothing stays as an item of nothing (`isNothingPast`). */
export function addPast(sum: Map<string, ItemPast>, change: Past, by: 1 | -1): void {
  for (const { item, judged, good, sent, outdated, people, next } of change.values()) {
    const known = of(sum, item)
    known.judged += by * judged
    known.good += by * good
    known.sent += by * sent
    known.people += by * people
    for (const at of outdated) {
      if (by === 1) known.outdated.push(at)
      else known.outdated.splice(known.outdated.indexOf(at), known.outdated.includes(at) ? 1 : 0)
    }
    for (const [other, count] of Object.entries(next)) {
      const after = (known.next[other] ?? 0) + by * count
      if (Math.abs(after) < nothing) delete known.next[other]
      else known.next[other] = after
    }
  }
}

export function isNothingPast({ judged, good, sent, outdated, people, next }: ItemPast): boolean {
  return judged === 0 && good === 0 && sent === 0 && people === 0 && outdated.length === 0 && Object.keys(next).length === 0
}

/** How assets did: counted already, or counted from the events themselves. */
export function pastOf({ past, events }: Pick<TeamHistory, 'past' | 'events'>): ReadonlyMap<string, AssetPast> {
  return past ?? countAssets(events)
}

function of(past: Map<string, ItemPast>, item: string): ItemPast {
  const known = past.get(item) ?? { item, judged: 0, good: 0, sent: 0, outdated: [], people: 0, next: {} }
  past.set(item, known)
  return known
}

function assetOf(past: Map<string, AssetPast>, asset: string): AssetPast {
  const known = past.get(asset) ?? { judged: 0, good: 0, sent: 0, outdated: [] }
  past.set(asset, known)
  return known
}
