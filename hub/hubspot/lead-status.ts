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
const history = z.array(z.object({ value: z.nullable(z.string()) }))
const contact = z.object({
  properties: z.object({ hs_lead_status: z.optional(z.nullable(z.string())) }),
  propertiesWithHistory: z.optional(z.object({ leadside_event: z.optional(history) })),
})
const kept = z.object({ id: z.string(), at: z.number(), status: z.optional(statusChange) })

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
  const { current, own, before } = await shownOn(deps, personId, contactId, event.id)
  const former = own?.from ?? (before?.to === current ? before.from : undefined)
  const isRestored = wanted === undefined && status !== undefined && before?.to === current && status === before.from
  if (status !== undefined && status !== wanted && !isRestored) return false
  return event.status === undefined || event.status.from === current || event.status.from === former
}

interface Shown {
  current: string
  /** What an earlier attempt at this very verdict did to the status. */
  own: StatusChange | undefined
  /** What the verdict that stands did to it. */
  before: StatusChange | undefined
}

async function shownOn(deps: HubDeps, personId: string, contactId: string, eventId: string): Promise<Shown> {
  const { body } = await askHubspot(deps, personId, {
    method: 'GET', path: `/crm/objects/${apiVersion}/contacts/${contactId}?properties=hs_lead_status&propertiesWithHistory=leadside_event`,
  })
  const found = z.safeParse(contact, body)
  if (!found.success) throw new AppError('bad-reply', { detail: 'hubspot' })
  const verdicts = (found.data.propertiesWithHistory?.leadside_event ?? []).flatMap(({ value }) => (value ? readKept(value) : undefined) ?? [])
  const standing = verdicts.filter(({ id }) => id !== eventId).toSorted((a, b) => b.at - a.at)[0]
  return { current: found.data.properties.hs_lead_status ?? '', own: verdicts.find(({ id }) => id === eventId)?.status, before: standing?.status }
}

function readKept(text: string): z.infer<typeof kept> | undefined {
  try {
    return z.safeParse(kept, JSON.parse(text)).data
  } catch {
    return undefined
  }
}
