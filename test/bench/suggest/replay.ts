import { createRandom, sample } from '../random.ts'
import type { ConsumptionSet } from './data.ts'

export type Split = 'validation' | 'test'
/** One question: what does this person consume next? `own` in order, oldest first, with moments in milliseconds. */
export interface Question { user: string; own: { item: number; at: number }[]; target: number; now: number }

/** A model that watches events and gives every item a score when asked. */
export interface Model { name: string; watch(user: string, item: number, at: number): void; score(question: Question): Float64Array }

export interface Replay { ask: (question: Question, seen: Uint8Array) => void; watch: (user: string, item: number, at: number) => void }

const fewestBefore = 4
const heldOutUsers = 1000

/**
 * Prequential leave-last-out: events in order; at a person's last first-time item (validation: the one before) the question is asked before
 * anybody's later events are seen. Sets without time: the item of 1,000 seeded people is held out and the rest observed.
 */
export function replay({ items, events }: ConsumptionSet, split: Split, { ask, watch }: Replay): void {
  const place = new Map(items.map(({ id }, index) => [id, index]))
  const firsts = new Map<string, number[]>()
  const firstEvents = new Set<number>()
  for (const [index, { user, item }] of events.entries()) {
    const known = firsts.get(user) ?? []
    firsts.set(user, known)
    const number = place.get(item)
    if (number === undefined || known.some((at) => events[at]?.item === item)) continue
    known.push(index)
    firstEvents.add(index)
  }
  const back = split === 'test' ? 1 : 2
  const chosen = new Map([...firsts].filter(([, known]) => known.length >= fewestBefore + 2).map(([user, known]) => [user, known[known.length - back] ?? -1]))
  const seen = new Uint8Array(items.length)
  const paths = new Map<string, { item: number; at: number }[]>()
  const take = (user: string, item: number, at: number) => {
    const path = paths.get(user) ?? []
    paths.set(user, path)
    path.push({ item, at })
    seen[item] = 1
    watch(user, item, at)
  }
  const timed = events.every(({ at }) => at !== undefined)
  if (timed) {
    const asked = new Map([...chosen].map(([user, event]) => [event, user]))
    for (const [index, { user, item, at = 0 }] of events.entries()) {
      if (!firstEvents.has(index)) continue
      const number = place.get(item) ?? 0
      if (asked.has(index)) ask({ user, own: paths.get(user) ?? [], target: number, now: at * 1000 }, seen)
      take(user, number, at * 1000)
    }
    return
  }
  const held = new Map(sample([...chosen.keys()].sort(), heldOutUsers, createRandom(7)).map((user) => [user, chosen.get(user) ?? -1]))
  const hidden = new Set([...held].flatMap(([user, event]) => [event, ...(split === 'validation' ? [firsts.get(user)?.at(-1) ?? -1] : [])]))
  for (const index of firstEvents) {
    const event = events[index]
    if (event && !hidden.has(index)) take(event.user, place.get(event.item) ?? 0, 0)
  }
  for (const [user, event] of held) ask({ user, own: paths.get(user) ?? [], target: place.get(events[event]?.item ?? '') ?? 0, now: 0 }, seen)
}
