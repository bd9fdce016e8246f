import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { statusChange, type StatusChange } from '@/lib/domain/status-map'
import type { Who } from '../db/scope'
import type { HubDeps } from '../deps'
import { readSettings } from '../people/settings'
import { apiVersion } from './api'
import { askHubspot } from './call'
import { expectEvent, type Judged } from './own-event'

const asked = z.object({ properties: z.object({ hs_lead_status: z.optional(z.string()), leadside_event: z.optional(z.string()) }) })
const contact = z.object({ properties: z.object({ hs_lead_status: z.optional(z.nullable(z.string())), leadside_event: z.optional(z.nullable(z.string())) }) })
const kept = z.object({ id: z.string(), status: statusChange })

/**
 * The lead status is the team's: a rep's verdict sets the one the owner agreed to for it, or puts back what an earlier verdict changed,
 * and says of itself no other change than that. What the contact shows is asked of HubSpot.
 * @throws AppError `invalid` for every other status, which extensions of every release answer by the verdict without it
 */
export async function expectAgreedStatus(deps: HubDeps, { personId, role }: Who, contactId: string, body: unknown): Promise<void> {
  if (role !== 'rep') return
  const { hs_lead_status: status, leadside_event: text } = z.parse(asked, body).properties
  const event = text ? expectEvent(text) : undefined
  if (status === undefined && event?.status === undefined) return
  if (!event || !(await isAgreed(deps, personId, contactId, event, status))) throw new AppError('invalid', { detail: 'hs_lead_status' })
}

async function isAgreed(deps: HubDeps, personId: string, contactId: string, event: Judged, status: string | undefined): Promise<boolean> {
  const wanted = (await readSettings(deps.db)).statusByVerdict?.[event.verdict]
  // What can be refused without a call is.
  if (wanted !== undefined && status !== undefined && status !== wanted) return false
  if (event.status !== undefined && event.status.to !== wanted) return false
  const { current, before } = await shownOn(deps, personId, contactId)
  const former = before && (before.id === event.id || before.status.to === current) ? before.status.from : undefined
  const isRestored = wanted === undefined && status !== undefined && before?.status.to === current && status === before.status.from
  if (status !== undefined && status !== wanted && !isRestored) return false
  return event.status === undefined || event.status.from === current || event.status.from === former
}

/** The contact's status now, and what the verdict on it did to it. */
async function shownOn(deps: HubDeps, personId: string, contactId: string): Promise<{ current: string; before: { id: string; status: StatusChange } | undefined }> {
  const { body } = await askHubspot(deps, personId, { method: 'GET', path: `/crm/objects/${apiVersion}/contacts/${contactId}?properties=hs_lead_status,leadside_event` })
  const found = z.safeParse(contact, body)
  if (!found.success) throw new AppError('bad-reply', { detail: 'hubspot' })
  const { hs_lead_status: current, leadside_event: text } = found.data.properties
  return { current: current ?? '', before: text ? readKept(text) : undefined }
}

function readKept(text: string): z.infer<typeof kept> | undefined {
  try {
    return z.safeParse(kept, JSON.parse(text)).data
  } catch {
    return undefined
  }
}
