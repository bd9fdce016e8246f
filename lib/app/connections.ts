import type { Connection } from '@/lib/domain/connection'
import { AppError, toErrorInfo, type ErrorInfo, type ErrorKind } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/person'
import { orgKey, type Crm } from '@/lib/domain/record-ref'
import type { AppDeps } from './deps'

export interface SetUpStep { step: string; state: 'made' | 'present' | 'failed'; error?: ErrorInfo | undefined }

/** Signing in and out, as the CRMs' adapters do it. All throw `AppError`. */
export interface SignIn {
  salesforceOauth(org: string, clientId: string): Promise<void>
  salesforceSession(org: string): Promise<void>
  /** Keeps nothing of a portal that `expectAllowed` refuses or whose people the key may not list. */
  hubspotToken(token: string, expectAllowed: (org: string) => Promise<void>): Promise<{ org: string; owners: Actor[] }>
  hubspotOwners(org: string): Promise<Actor[]>
  hubspotIam(org: string, ownerId: string): Promise<void>
  hubspotSetUp(org: string): Promise<SetUpStep[]>
  /** Tells the CRM where it can be told, then forgets. */
  signOut(crm: Crm, org: string): Promise<void>
}

export interface Connections {
  list(): Promise<Connection[]>
  test(crm: Crm, org: string): Promise<Connection>
  salesforceOauth(org: string, clientId: string): Promise<Connection>
  salesforceSession(org: string): Promise<Connection>
  hubspotToken(token: string): Promise<{ connection: Connection; owners: Actor[] }>
  hubspotOwners(org: string): Promise<Actor[]>
  hubspotIam(org: string, ownerId: string): Promise<Connection>
  hubspotSetUp(org: string): Promise<SetUpStep[]>
  /** The person gave or took away hosts: what was said about connections may be wrong, and what waited for a host travels. */
  hostsChanged(): Promise<void>
  /** With undelivered rows and `ask`, nothing happens but the count comes back. */
  disconnect(crm: Crm, org: string, undelivered: 'ask' | 'drop'): Promise<{ done: boolean; undelivered: number }>
}

/** How long a report is shown before the CRM is asked again; *Test* asks at once. */
const reportMs = 5 * 60_000

export function createConnections(deps: AppDeps, signIn: SignIn): Connections {
  const reports = new Map<string, { at: number; report: Connection }>()

  async function report(crm: Crm, org: string): Promise<Connection> {
    try {
      return await deps.connectors.for(crm).report(org)
    } catch (failure) {
      return { crm, org, state: 'failed', mode: crm === 'hubspot' ? 'token' : 'oauth', scopes: [], abilities: [], error: toErrorInfo(failure) }
    }
  }

  /** A report costs several calls; the desk asks for it at every change, the CRM hears of it once in a while. */
  async function recent(crm: Crm, org: string): Promise<Connection> {
    const kept = reports.get(orgKey({ crm, org }))
    return kept && deps.clock.now() - kept.at < reportMs ? kept.report : fresh(crm, org)
  }

  async function fresh(crm: Crm, org: string): Promise<Connection> {
    const made = await report(crm, org)
    reports.set(orgKey({ crm, org }), { at: deps.clock.now(), report: made })
    return made
  }

  async function travels(crm: Crm, org: string, waitedFor: ErrorKind[]): Promise<void> {
    const now = deps.clock.now()
    await deps.outbox.release({ orgKey: orgKey({ crm, org }), kinds: waitedFor }, now)
    deps.deliverSoon(now)
    reports.delete(orgKey({ crm, org }))
    deps.tell.connections()
  }

  /** After a sign-in everything that waited for one travels. */
  async function connected(crm: Crm, org: string): Promise<Connection> {
    await travels(crm, org, ['signed-out', 'not-connected', 'no-permission', 'host-blocked', 'wrong-user'])
    return fresh(crm, org)
  }

  async function allowed(org: string): Promise<void> {
    const { allowedOrgs } = await deps.policy()
    if (allowedOrgs && !allowedOrgs.includes(org)) throw new AppError('policy', { detail: org })
  }

  return {
    async list() {
      const known = await deps.connectors.connections()
      return Promise.all(known.map(({ crm, org }) => recent(crm, org)))
    },

    test: fresh,

    async salesforceOauth(org, clientId) {
      await allowed(org)
      const { salesforceClientId } = await deps.policy()
      await signIn.salesforceOauth(org, salesforceClientId ?? clientId)
      if (!salesforceClientId) await deps.settings.save({ salesforceClientId: clientId })
      return connected('salesforce', org)
    },

    async salesforceSession(org) {
      await allowed(org)
      if ((await deps.policy()).allowBrowserSession === false) throw new AppError('policy')
      await signIn.salesforceSession(org)
      return connected('salesforce', org)
    },

    async hubspotToken(token) {
      if ((await deps.policy()).allowStaticToken === false) throw new AppError('policy')
      const { org, owners } = await signIn.hubspotToken(token, allowed)
      return { connection: await connected('hubspot', org), owners }
    },

    hubspotOwners: signIn.hubspotOwners,

    async hubspotIam(org, ownerId) {
      await signIn.hubspotIam(org, ownerId)
      return connected('hubspot', org)
    },

    async hubspotSetUp(org) {
      const steps = await signIn.hubspotSetUp(org)
      // What waited for a place can travel, and the report of before is no longer true.
      await travels('hubspot', org, ['not-set-up'])
      return steps
    },

    async hostsChanged() {
      reports.clear()
      const now = deps.clock.now()
      await deps.outbox.release({ kinds: ['no-permission', 'host-blocked'] }, now)
      deps.deliverSoon(now)
      deps.tell.connections()
    },

    async disconnect(crm, org, undelivered) {
      const key = orgKey({ crm, org })
      const open = await deps.outbox.openFor(key)
      if (open.length > 0 && undelivered === 'ask') return { done: false, undelivered: open.length }
      // What cannot be told to the CRM must not keep the sign-in here: the eraser forgets it in any case.
      await signIn.signOut(crm, org).catch(() => undefined)
      await deps.eraser.connection(key)
      reports.delete(key)
      if (undelivered === 'drop') await deps.outbox.drop(key)
      deps.tell.connections()
      deps.tell.team()
      return { done: true, undelivered: open.length }
    },
  }
}
