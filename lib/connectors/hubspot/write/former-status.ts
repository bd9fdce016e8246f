import { statusStep } from '@/lib/domain/status-map'
import { contactPath, pathWith } from '../addresses'
import { statusKeptIn } from '../verdict-text'
import { crmObject } from '../wire/object'
import type { WriteContext } from './deliver'

export type StatusStep = ReturnType<typeof statusStep>

/** Reads, right before the write, what the contact's lead status is and was, and decides. */
export async function planStatus(
  { client, contactId }: WriteContext,
  /** `earlier`: the verdict this one replaces, where it may have reached HubSpot. */
  { eventId, earlier, wanted }: { eventId: string; earlier: string | undefined; wanted: string | undefined },
): Promise<StatusStep> {
  if (wanted === undefined && earlier === undefined) return {}
  const { properties } = await client.send({ path: pathWith(contactPath(contactId), { properties: ['hs_lead_status', 'leadside_event'] }), schema: crmObject })
  const kept = statusKeptIn(properties['leadside_event'])
  const of = (id: string | undefined) => (kept && kept.eventId === id ? kept.status : undefined)
  return statusStep({ wanted, current: properties['hs_lead_status'] ?? '', own: of(eventId), before: of(earlier) })
}
