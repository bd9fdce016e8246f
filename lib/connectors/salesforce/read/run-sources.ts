import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { type Part, queryPart, type Slot } from '../org/composite'
import { SlotError } from '../org/explain'
import type { Org } from '../org/org'
import { maybeText } from '../wire'
import type { Absent } from './absent'
import { type Outcome, refusedFields, type Source, toQuery } from './source'

const queryReply = z.object({ records: z.array(z.unknown()), nextRecordsUrl: maybeText })

/** Wide rows come in smaller pages than their query's limit; this many further rounds fetch the rest. */
const mostPages = 3

/**
 * Runs up to five queries in one call. A query refused for a field it selects is sent once more without it, in one further
 * call for all of them; what is absent is remembered.
 */
export async function runSources(org: Org, sources: Readonly<Record<string, Source>>, absent: Absent, signal?: AbortSignal): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  const first = await send(org, sources, absent, signal)
  const again: Record<string, Source> = {}
  for (const [name, source] of Object.entries(sources)) {
    const outcome = first.get(name) ?? { error: new AppError('bad-reply', { detail: name }) }
    const lacks = 'error' in outcome ? await learn(source, outcome.error, absent) : []
    if (lacks.length > 0) again[name] = source
    outcomes.set(name, outcome)
  }
  if (Object.keys(again).length > 0) for (const [name, outcome] of await send(org, again, absent, signal)) outcomes.set(name, outcome)
  return outcomes
}

/** Remembers what a refusal tells about the org; resolves to the fields the query can do without. */
async function learn(source: Source, error: AppError, absent: Absent): Promise<string[]> {
  if (!(error instanceof SlotError)) return []
  if (error.code === 'INVALID_TYPE') await absent.add(source.object)
  if (error.code !== 'INVALID_FIELD') return []
  const fields = refusedFields(source, error.words)
  for (const field of fields) await absent.add(`${source.object}.${field}`)
  return fields
}

async function send(org: Org, sources: Readonly<Record<string, Source>>, absent: Absent, signal: AbortSignal | undefined): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  const parts: Part[] = []
  for (const [name, source] of Object.entries(sources)) {
    if (absent.has(source.object)) outcomes.set(name, { error: new AppError('not-set-up', { detail: source.object }), need: source.object })
    else parts.push(queryPart(name, toQuery(source, absent)))
  }
  let pages = parts
  for (let round = 0; pages.length > 0 && round <= mostPages; round += 1) {
    const slots = await org.composite(pages, { purpose: 'read', signal })
    const next: Part[] = []
    for (const [name, slot] of slots) {
      const { outcome, more } = toOutcome(slot, outcomes.get(name), sources[name])
      outcomes.set(name, outcome)
      if (more) next.push({ ref: name, method: 'GET', path: more })
    }
    pages = next
  }
  return outcomes
}

function toOutcome(slot: Slot, before: Outcome | undefined, source: Source | undefined): { outcome: Outcome; more?: string | undefined } {
  if ('error' in slot) return { outcome: { error: slot.error, need: needOf(slot.error, source) } }
  const reply = z.safeParse(queryReply, slot.body)
  if (!reply.success) return { outcome: { error: new AppError('bad-reply', { detail: source?.object }) } }
  const rows = [...(before && 'rows' in before ? before.rows : []), ...reply.data.records]
  return { outcome: { rows }, more: ownPath(reply.data.nextRecordsUrl) }
}

/** Only a path below the API is followed. */
function ownPath(next: string | undefined): string | undefined {
  return next?.startsWith('/services/data/') ? next : undefined
}

function needOf(error: AppError, source: Source | undefined): string | undefined {
  if (!(error instanceof SlotError) || !source) return undefined
  if (error.code === 'INVALID_TYPE' || error.code === 'INSUFFICIENT_ACCESS') return source.object
  if (error.code !== 'INVALID_FIELD') return undefined
  const [, name] = /(?:No such column|relationship) '([^']+)'/.exec(error.words) ?? []
  return name ? `${source.object}.${name}` : source.object
}
