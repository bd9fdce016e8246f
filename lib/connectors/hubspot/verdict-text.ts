import * as z from 'zod/mini'
import { verdictEvent, type VerdictEvent } from '@/lib/domain/ledger'
import { parseTolerant } from '@/lib/domain/parse-tolerant'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { StandingVerdict } from '@/lib/domain/snapshot'
import { type StatusChange, statusChange } from '@/lib/domain/status-map'

/** HubSpot keeps 65,536 characters of a text property. */
const longestText = 65_000

/** As `leadside_event` holds it: the event and, beside it, what it did to the contact's lead status. */
const keptStatus = z.object({ id: z.string(), at: z.number(), status: z.optional(statusChange) })
export type KeptStatus = z.infer<typeof keptStatus>

/** A whole verdict as `leadside_event` holds it: compact JSON. The stories are left out where it would not fit. */
export function writeEvent(event: VerdictEvent, status?: StatusChange): string {
  const text = JSON.stringify({ ...event, status })
  return text.length <= longestText ? text : JSON.stringify({ ...event, status, evidence: { ...event.evidence, stories: [] } })
}

/** Which event's text it is, when it was given, and what it did to the lead status; nothing for text that is none. */
export function statusKeptIn(text: string | null | undefined): KeptStatus | undefined {
  return z.safeParse(keptStatus, parseJson(text)).data
}

/**
 * A verdict read back. Whoever may edit the contact may edit this text, so it counts only if it is about this contact or
 * one of the portal's leads.
 */
export function readEvent(text: string | null | undefined, contact: RecordRef): VerdictEvent | undefined {
  const parsed = parseTolerant(verdictEvent, withoutStatus(parseJson(text)))
  if (!parsed.success) return undefined
  const { crm, org, kind, id } = parsed.data.ref
  const own = crm === 'hubspot' && org === contact.org && (kind === 'lead' || (kind === 'contact' && id === contact.id))
  return own ? parsed.data : undefined
}

export function toStanding(event: VerdictEvent): StandingVerdict {
  const { id: eventId, at, verdict, reason, until, note, rep } = event
  return { eventId, at, verdict, reason, until, note, by: rep.name }
}

function withoutStatus(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'status'))
}

function parseJson(text: string | null | undefined): unknown {
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
