import type { LedgerEvent, SendEvent } from '../ledger'
import { nothingLearned, type Learned, type LearnedItem } from '../learned'
import { openedSends } from '../send-found'
import type { Story, Touch } from '../touch'
import { countAround, defaultFollowRules, type FollowRules } from './follow-counts'

/** What is known of one person at a moment. */
export interface LearnInput {
  stories: readonly Story[]
  touches: readonly Touch[]
  /** Of every record that is the person. */
  events: readonly LedgerEvent[]
}

const dayMs = 86_400_000
/** The newest items of a person; older ones say little about what follows what. */
const mostItems = 40
/** So long after a mail an answer is taken for an answer to it. */
const answerDays = 14
/** A send nobody has answered counts once a person had a day for it. */
const patienceMs = dayMs

/**
 * The counts one person adds to what is learned, from what happened up to `until` (epoch milliseconds): what was consumed around what, and
 * what became of the assets sent. Only what people did; machines prove nothing.
 */
export function learnFrom(input: LearnInput, until: number, rules: FollowRules = defaultFollowRules): Learned {
  const learned = new Map<string, LearnedItem>()
  const entry = (item: string) => {
    const known = learned.get(item) ?? nothingLearned(item)
    learned.set(item, known)
    return known
  }
  learnPath(consumedUntil(input.stories, until), rules, entry)
  learnSends(input, until, entry)
  return learned
}

interface Step { item: string; at: number; asset: boolean }

/** Items by the moment a person first consumed them, oldest first. Titles of mails and meetings may name people: only assets and addresses count. */
function consumedUntil(stories: readonly Story[], until: number): Step[] {
  const steps = stories.flatMap((story): Step[] => {
    const item = story.assetId ?? (story.key.startsWith('https://') ? story.key : undefined)
    const moments = story.touches.filter(({ at, agent }) => agent.by === 'human' && at <= until).map(({ at }) => at)
    return item === undefined || moments.length === 0 ? [] : [{ item, at: Math.min(...moments), asset: story.assetId !== undefined }]
  })
  return steps.sort((a, b) => a.at - b.at || (a.item < b.item ? -1 : 1)).slice(-mostItems)
}

function learnPath(steps: readonly Step[], rules: FollowRules, entry: (item: string) => LearnedItem): void {
  const path = { items: steps.map(({ item }) => item), moments: steps.map(({ at }) => at) }
  const assets = new Set(steps.flatMap(({ item, asset }) => (asset ? [item] : [])))
  for (const { item } of steps) {
    const own = entry(item)
    own.people = 1
    const counts = new Map<string, number>()
    countAround(path, item, rules, counts)
    for (const [other, count] of counts) if (assets.has(other)) own.next[other] = count
  }
}

function learnSends({ events, touches }: LearnInput, until: number, entry: (item: string) => LearnedItem): void {
  const past = events.filter(({ at }) => at <= until)
  const seen = touches.filter(({ at }) => at <= until)
  const confirmed = new Set(past.flatMap((event) => (event.type === 'send-outcome' && event.outcome === 'sent' ? [event.sendId] : [])))
  const sends = past.filter((event): event is SendEvent => event.type === 'send' && confirmed.has(event.id)).sort((a, b) => a.at - b.at)
  const opened = new Set(openedSends(past, seen).map(({ send }) => send.assetId))
  const replied = answered(sends, seen)
  for (const { assetId, at } of sends) {
    const known = opened.has(assetId) || replied.has(assetId)
    if (!known && at > until - patienceMs) continue
    const own = entry(assetId)
    own.got = 1
    own.opened = opened.has(assetId) ? 1 : 0
    own.replied = replied.has(assetId) ? 1 : 0
  }
}

/** Assets whose mail a person answered: an answer belongs to the last send before it. */
function answered(sends: readonly SendEvent[], touches: readonly Touch[]): Set<string> {
  return new Set(touches.flatMap(({ kind, at, agent }) => {
    if (kind !== 'email-reply' || agent.by !== 'human') return []
    const send = sends.findLast((candidate) => candidate.at < at && candidate.channel !== 'meeting')
    return send && at - send.at <= answerDays * dayMs ? [send.assetId] : []
  }))
}
