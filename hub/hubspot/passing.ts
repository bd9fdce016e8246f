import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { recordKey } from '@/lib/domain/record-ref'
import { portalHeader } from '@/lib/hub-client/contract'
import { hubspotCalls, type HubspotCall } from '@/lib/hub-client/contract/hubspot-calls'
import { isDeskProperty } from '@/lib/hub-client/contract/hubspot-shapes'
import { asHub } from '../db/scope'
import type { HubDeps } from '../deps'
import type { Reach, Reached, ReachingRoute } from '../http/route'
import { writeAudit } from '../privacy/audit'
import { actingAs, signedBy } from './acting'
import { askHubspot } from './call'
import { expectConnection } from './connection'
import { expectAgreedStatus } from './lead-status'
import { expectOwnTask } from './own-task'

const headers = z.object({ [portalHeader]: z.string().check(z.regex(/^\d{1,15}$/)) })
const desk = ['owner', 'marketer'] as const
const bodyBytes = 256 * 1024

/** One route for each call the hub passes on: what is not in the list, in that shape, does not reach HubSpot. */
export const passingRoutes: readonly ReachingRoute[] = hubspotCalls.map((call) => ({
  method: call.method, path: `/hubspot${call.path}`, summary: `HubSpot: ${call.summary}`, roles: call.desk ? desk : [...desk, 'rep'],
  params: call.params, query: call.query, body: call.body, headers, answer: z.unknown(), maxBytes: bodyBytes,
  reach: (ask) => pass(call, ask),
}))

async function pass(call: HubspotCall, { deps, who, params, query, body, headers }: Reach<unknown, unknown, unknown>): Promise<Reached> {
  const { portal } = await expectConnection(deps.db)
  if ((headers as Record<string, string>)[portalHeader] !== portal) throw new AppError('wrong-org', { detail: portal })
  if (who.role === 'rep' && readsTeam(body)) throw new AppError('forbidden')
  const acting = call.write && await actingAs(deps, who.personId)
  if (acting && call.path.includes('/tasks/')) await expectOwnTask(deps, who.personId, (params as { id: string }).id, acting)
  if (call.status) await expectAgreedStatus(deps, who, (params as { id: string }).id, body)
  const sent = acting ? signedBy(body, acting) : body
  // Noted before it goes out: a write that is not in the trail cannot be.
  if (call.write || call.personal) await note(deps, call, who.personId, targetOf(portal, params, query, body))
  const { method, shared, write } = call
  const answer = await askHubspot(deps, who.personId, { method, path: pathOf(call.path, params, query), body: sent, shared, write })
  return nobodys(call, query) ? { ...answer, body: { hasMore: false, events: [] } } : answer
}

/** What others judged and how leads went is the desk's to read; a rep sees it on the record that is open. */
function readsTeam(body: unknown): boolean {
  const asked = body as { propertiesWithHistory?: string[]; properties?: unknown } | undefined
  const names = Array.isArray(asked?.properties) ? asked.properties : []
  return (asked?.propertiesWithHistory?.length ?? 0) > 0 || names.some((name) => isDeskProperty(String(name)))
}

/** Without an address HubSpot answers mails of anybody; that they may be read is all that was asked. */
function nobodys({ path }: HubspotCall, query: unknown): boolean {
  return path === '/email/public/v1/events' && !(query as { recipient?: string } | undefined)?.recipient
}

function pathOf(path: string, params: unknown, query: unknown): string {
  const named = (params ?? {}) as Record<string, string>
  const search = new URLSearchParams(Object.entries((query ?? {}) as Record<string, string | string[] | undefined>)
    .flatMap(([name, value]) => (value === undefined ? [] : [value].flat().map((one) => [name, one]))))
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(named[name] ?? '')) + (search.size > 0 ? `?${search.toString()}` : '')
}

function targetOf(portal: string, params: unknown, query: unknown, body: unknown): string | undefined {
  const named = params as { id?: string } | undefined
  const asked = query as { objectId?: string; recipient?: string } | undefined
  const linked = body as { associations?: { to: { id: string } }[] } | undefined
  const id = named?.id ?? asked?.objectId ?? linked?.associations?.[0]?.to.id
  return id === undefined ? asked?.recipient : recordKey({ crm: 'hubspot', org: portal, kind: 'contact', id })
}

function note({ db, now }: HubDeps, { method, path }: HubspotCall, personId: string, target: string | undefined): Promise<void> {
  return asHub(db, (tx) => writeAudit(tx, { at: now(), personId, act: `hubspot ${method} ${path}`, target }))
}
