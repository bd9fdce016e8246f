import { statusStep } from '@/lib/domain/status-map'
import { contactPath, pathWith } from '../addresses'
import { type KeptStatus, statusKeptIn } from '../verdict-text'
import { crmObject } from '../wire/object'
import { timeOf } from '../wire/property-bag'
import type { WriteContext } from './deliver'

export type StatusStep = ReturnType<typeof statusStep>

/** The contact as it is right before a verdict is written. */
export interface ContactBefore {
  leadStatus: string
  /** When the verdict of its properties was given, epoch milliseconds; nothing where a wrong clock says it is yet to come. */
  standingAt: number | undefined
  /** From the history of verdicts, written last first. */
  kept: readonly KeptStatus[]
}

export async function readContactBefore({ deps, client, contactId }: WriteContext): Promise<ContactBefore> {
  const path = pathWith(contactPath(contactId), { properties: ['hs_lead_status', 'leadside_at'], propertiesWithHistory: 'leadside_event' })
  const { properties, propertiesWithHistory } = await client.send({ path, schema: crmObject })
  const standingAt = timeOf(properties, 'leadside_at')
  return {
    leadStatus: properties['hs_lead_status'] ?? '',
    standingAt: standingAt !== undefined && standingAt <= deps.clock.now() ? standingAt : undefined,
    kept: (propertiesWithHistory?.['leadside_event'] ?? []).flatMap(({ value }) => statusKeptIn(value) ?? []),
  }
}

/** What to do about the lead status. `earlier`: the verdict this one replaces, where it may have reached HubSpot. */
export function planStatus({ leadStatus, kept }: ContactBefore, { eventId, earlier, wanted }: { eventId: string; earlier: string | undefined; wanted: string | undefined }): StatusStep {
  const standing = kept.filter(({ id }) => id !== eventId).toSorted((a, b) => b.at - a.at)[0]
  return statusStep({
    wanted, current: leadStatus, own: kept.find(({ id }) => id === eventId)?.status, before: standing?.id === earlier ? standing?.status : undefined,
  })
}
