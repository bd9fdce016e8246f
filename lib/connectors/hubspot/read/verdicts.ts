import * as z from 'zod/mini'
import { verdictValue, type VerdictEvent } from '@/lib/domain/ledger'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { StandingVerdict } from '@/lib/domain/snapshot'
import { readVerdictMarker } from '../marker'
import { readEvent, toStanding } from '../verdict-text'
import type { CrmObject } from '../wire/object'
import { textOf, timeOf } from '../wire/property-bag'

/**
 * Verdicts of the contact, newest first, without those a later one replaced: from the history of whole events, then from
 * notes that had to stand alone, then from bare properties.
 */
export function verdictsOf(contact: CrmObject, notes: readonly CrmObject[], ref: RecordRef): StandingVerdict[] {
  const events = eventsOf(contact, ref)
  const replaced = new Set(events.map(({ supersedes }) => supersedes))
  const byId = new Map(events.map((event) => [event.id, toStanding(event)]))
  for (const note of notes) {
    const at = timeOf(note.properties, 'hs_timestamp')
    const verdict = at === undefined ? undefined : readVerdictMarker(textOf(note.properties, 'hs_note_body') ?? '', at)
    if (verdict?.eventId && !byId.has(verdict.eventId)) byId.set(verdict.eventId, verdict)
  }
  const bare = byId.size === 0 ? bareVerdict(contact) : undefined
  return (bare ? [bare] : [...byId.values()]).filter(({ eventId }) => eventId === undefined || !replaced.has(eventId)).toSorted((a, b) => b.at - a.at)
}

/** Whole events, as the history of `leadside_event` holds them. */
export function eventsOf(contact: CrmObject, ref: RecordRef): VerdictEvent[] {
  return (contact.propertiesWithHistory?.['leadside_event'] ?? []).flatMap(({ value }) => readEvent(value, ref) ?? [])
}

/** A verdict somebody set by hand or by import: properties without an event. */
function bareVerdict({ properties }: CrmObject): StandingVerdict | undefined {
  const verdict = z.safeParse(verdictValue, textOf(properties, 'leadside_verdict'))
  const at = timeOf(properties, 'leadside_at')
  if (!verdict.success || at === undefined) return undefined
  const text = (name: string) => textOf(properties, name)
  return { at, verdict: verdict.data, reason: text('leadside_reason'), until: text('leadside_until'), by: text('leadside_by') }
}
