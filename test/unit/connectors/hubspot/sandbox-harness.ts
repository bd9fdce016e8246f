import { createHubspotAdmin } from '@/lib/connectors/hubspot/admin'
import { createHubspotConnector } from '@/lib/connectors/hubspot/connector'
import type { HubspotDeps, HubspotSettings } from '@/lib/connectors/hubspot/deps'
import type { Actor } from '@/lib/domain/person'
import type { RecordRef } from '@/lib/domain/record-ref'
import { uuid7 } from '@/lib/domain/uuid7'
import { euPortalId, naPortalId, staticTokens } from '../../../sandbox/hubspot/index.ts'
import { createSandbox } from '../../../sandbox/sandbox.ts'
import { createCache, createVault } from '../salesforce/sandbox-harness'

export const apiHost = 'api.hubapi.com'
export const org = String(naPortalId)
export const euOrg = String(euPortalId)
/** Wednesday, 16 September 2026, 10:00 UTC. */
export const start = Date.UTC(2026, 8, 16, 10)

export const contactRef = (id: string, portal = org): RecordRef => ({ crm: 'hubspot', org: portal, kind: 'contact', id })
export const leadRef = (id: string): RecordRef => ({ crm: 'hubspot', org, kind: 'lead', id })
/** Owner of the sandbox's account, as the rep states to be. */
export const robin: Actor = { id: '41629779', name: 'Robin Hale', email: 'robin.hale@quayside.example', verified: false }

/** Paths of what is read once a day and not counted as opening a record. */
const dailyPaths = ['/account-info/*', '/crm/properties/*', '/crm/owners/*', '/marketing/v3/forms*']

/** The connector over a sandbox of its own, signed in with a static token. Time passes only by sleeping and by `pass`. */
export function harness(options: { token?: string; portal?: string; settings?: Partial<HubspotSettings>; setUp?: boolean } = {}) {
  let now = start
  let serial = 0
  const sandbox = createSandbox({ clock: () => now })
  sandbox.hubspot.configure({ leadsideProperties: options.setUp ?? true })
  const vault = createVault()
  const cache = createCache(() => now)
  const portal = options.portal ?? org
  const deps: HubspotDeps = {
    fetch: sandbox.fetch,
    clock: { now: () => now, sleep: async (ms) => void (now += ms) },
    chance: { random: () => 0.5, id: (at) => uuid7(at, new Uint8Array(10).fill(++serial)) },
    vault,
    cache,
    words: {
      verdict: (value) => ({ good: 'Good', not_yet: 'Not yet', wrong: 'Wrong', cant_tell: "Can't tell" })[value],
      reason: (_value, reason) => reason.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase()),
      sent: (title) => `Sent: ${title}`,
      comeBack: () => 'Come back to this lead',
      label: (name) => `Label of ${name}`,
      fieldsRefused: (because) => `Fields refused: ${because}`,
    },
    settings: async () => ({ owner: robin, statusByVerdict: {}, log: { notes: true }, ...options.settings }),
  }
  const signIn = (token: string, at = portal) =>
    vault.set(`hubspot:${at}`, { accessToken: token, userId: '5550123', apiOrigin: `https://${apiHost}`, mode: 'token', scopes: [] })

  return {
    sandbox, vault, cache, deps, signIn,
    hubspot: sandbox.hubspot,
    portal: sandbox.hubspot.portal(Number(portal)),
    ready: () => signIn(options.token ?? staticTokens.privateApp),
    now: () => now,
    pass: (ms: number) => void (now += ms),
    connector: createHubspotConnector(deps),
    /** A connector that remembers nothing but what is stored, as after the worker was killed. */
    revived: () => createHubspotConnector(deps),
    admin: createHubspotAdmin(deps),
    calls: () => sandbox.log.count({ host: apiHost }) - dailyPaths.reduce((sum, path) => sum + sandbox.log.count({ host: apiHost, path }), 0),
    paths: () => sandbox.log.find({ host: apiHost }).map(({ method, path }) => `${method} ${path}`),
  }
}
export type Harness = ReturnType<typeof harness>

/** Bodies of the notes, mails or tasks of an account. */
export function bodiesOf(h: Harness, type: 'note' | 'email' | 'task'): string[] {
  const [id, property] = { note: ['0-46', 'hs_note_body'], email: ['0-49', 'hs_email_text'], task: ['0-27', 'hs_task_body'] }[type] as [string, string]
  return h.portal.records.all(id).map((record) => record.history.get(property)?.[0]?.value ?? '')
}
