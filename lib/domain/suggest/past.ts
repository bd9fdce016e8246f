import { atOnce } from '../in-slices'
import type { LedgerEvent } from '../ledger'
import { createFollowCounter } from './follow-counts'
import { groupByPerson } from './group-by-person'
import { outcomesOf } from './outcomes'
import type { TeamHistory } from './types'

/** How an asset did, as sums over people. */
export interface AssetPast {
  /** People it was sent to and judged afterwards, and how many of those Good. */
  judged: number
  good: number
  /** Sends known to be sent. */
  sent: number
  /** When somebody called it outdated, epoch milliseconds. */
  outdated: number[]
}

/** What the team's events say of an asset or another item of content: sums over people whom nobody can name any more. */
export interface ItemPast extends AssetPast {
  item: string
  /** Some event names it as an asset: only such an item is ever suggested. */
  asset: boolean
  /** Judged people whose story held it. */
  people: number
  /** Asset → how many of them consumed that around it, in thousandths of a person: whole numbers, which can be taken out again to the last one. */
  next: Map<string, number>
}
export type Past = ReadonlyMap<string, Readonly<ItemPast>>

/** What one person is worth in `ItemPast.next`. */
export const perPerson = 1_000

/**
 * Counts events: sends and refusals of an asset, and what judged people consumed together. Counting person by person and adding up gives the same, as long as
 * the outcome of a send is counted with the send. `isKnown`: the person's touches are counted elsewhere, so their verdicts' evidence says nothing new.
 */
export function countPast(given: readonly LedgerEvent[], isKnown: (key: string) => boolean = () => false): Map<string, ItemPast> {
  return atOnce(countByPerson(atOnce(groupByPerson(given)), isKnown))
}

/** The same of events by record key, a step a person. */
export function* countByPerson(people: ReadonlyMap<string, readonly LedgerEvent[]>, isKnown: (key: string) => boolean): Generator<void, Map<string, ItemPast>> {
  const sum = new Map<string, ItemPast>()
  for (const [key, events] of people) {
    const told = inOrder(events)
    for (const [item, counts] of countAssets(told)) addCounts(assetIn(sum, item), counts, 1)
    if (!isKnown(key)) countStories(sum, key, told)
    yield
  }
  return sum
}

/** The part of it that is about what one person consumed before being judged. */
function countStories(sum: Map<string, ItemPast>, person: string, events: readonly LedgerEvent[]): void {
  const counter = createFollowCounter()
  const items = new Set<string>()
  const assets = new Set<string>()
  for (const { key, assetId, last } of events.flatMap((event) => (event.type === 'verdict' ? event.evidence.stories : []))) {
    counter.consumed(person, assetId ?? key, last)
    items.add(assetId ?? key)
    if (assetId !== undefined) assets.add(assetId)
  }
  for (const item of items) {
    const own = assets.has(item) ? assetIn(sum, item) : itemIn(sum, item)
    own.people += 1
    for (const [other, count] of counter.follows.get(item) ?? []) if (assets.has(other)) addNext(own.next, other, Math.round(count * perPerson))
  }
}

/** Of two verdicts that name a story the earlier one says when it was read: the order in which events came must not matter. */
function inOrder(events: readonly LedgerEvent[]): LedgerEvent[] {
  return events.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
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

/** Adds how an asset did to a sum, or takes it out again. */
export function addCounts(sum: AssetPast, { judged, good, sent, outdated }: AssetPast, by: 1 | -1): void {
  sum.judged += by * judged
  sum.good += by * good
  sum.sent += by * sent
  for (const at of outdated) {
    if (by === 1) sum.outdated.push(at)
    else sum.outdated.splice(sum.outdated.indexOf(at), sum.outdated.includes(at) ? 1 : 0)
  }
}

/** Adds to what follows an item, or takes out; nobody is no entry. */
export function addNext<Item>(next: Map<Item, number>, other: Item, by: number): void {
  const after = (next.get(other) ?? 0) + by
  if (after > 0) next.set(other, after)
  else next.delete(other)
}

/** Items of which the two say different things. */
export function differingItems(a: Past, b: Past): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((item) => !isSame(a.get(item), b.get(item)))
}

function isSame(a: Readonly<ItemPast> | undefined, b: Readonly<ItemPast> | undefined): boolean {
  if (!a || !b) return a === b
  return a.judged === b.judged && a.good === b.good && a.sent === b.sent && a.people === b.people && a.asset === b.asset
    && a.outdated.join() === b.outdated.join() && a.next.size === b.next.size && [...a.next].every(([other, count]) => b.next.get(other) === count)
}

/** How assets did: counted already, or counted from the events themselves. */
export function pastOf({ past, events }: Pick<TeamHistory, 'past' | 'events'>): ReadonlyMap<string, AssetPast> {
  return past ?? countAssets(events)
}

function itemIn(past: Map<string, ItemPast>, item: string): ItemPast {
  const known = past.get(item) ?? { item, asset: false, judged: 0, good: 0, sent: 0, outdated: [], people: 0, next: new Map() }
  past.set(item, known)
  return known
}

function assetIn(past: Map<string, ItemPast>, asset: string): ItemPast {
  const known = itemIn(past, asset)
  known.asset = true
  return known
}

function assetOf(past: Map<string, AssetPast>, asset: string): AssetPast {
  const known = past.get(asset) ?? { judged: 0, good: 0, sent: 0, outdated: [] }
  past.set(asset, known)
  return known
}
