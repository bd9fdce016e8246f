import * as z from 'zod/mini'
import { verdictEvent, type VerdictEvent } from '@/lib/domain/ledger'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { StandingVerdict } from '@/lib/domain/snapshot'

/** HubSpot keeps 65,536 characters of a text property. */
const longestText = 65_000

/** A whole verdict as `leadside_event` holds it: compact JSON. The stories are left out where it would not fit. */
export function writeEvent(event: VerdictEvent): string {
  const text = JSON.stringify(event)
  return text.length <= longestText ? text : JSON.stringify({ ...event, evidence: { ...event.evidence, stories: [] } })
}

/**
 * A verdict read back. Whoever may edit the contact may edit this text, so it counts only if it is about this contact or
 * one of the portal's leads.
 */
export function readEvent(text: string | null | undefined, contact: RecordRef): VerdictEvent | undefined {
  const parsed = z.safeParse(verdictEvent, parseJson(text))
  if (!parsed.success) return undefined
  const { crm, org, kind, id } = parsed.data.ref
  const own = crm === 'hubspot' && org === contact.org && (kind === 'lead' || (kind === 'contact' && id === contact.id))
  return own ? parsed.data : undefined
}

export function toStanding(event: VerdictEvent): StandingVerdict {
  const { id: eventId, at, verdict, reason, until, note, rep } = event
  return { eventId, at, verdict, reason, until, note, by: rep.name }
}

function parseJson(text: string | null | undefined): unknown {
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
