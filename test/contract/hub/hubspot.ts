import * as z from 'zod/mini'
import { hubspotConnect } from '@/lib/hub-client/contract'
import { hubApp, naPortalId, staticTokens } from '../../sandbox/hubspot/index.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { createHub, start, type Engine, type Hub, type Member } from './harness'

export const portal = String(naPortalId)
export const hubspotApp = { clientId: hubApp.clientId, clientSecret: hubApp.clientSecret, scopes: ['oauth', 'crm.objects.contacts.read', 'crm.objects.contacts.write'], optionalScopes: hubApp.scopes.slice(3) }
export const robinEmail = 'robin.hale@quayside.example'

/** A hub whose HubSpot is the sandbox; one clock for both. */
export async function createHubspotHub(engine: Engine) {
  let now = start
  const sandbox = createSandbox({ clock: () => now })
  sandbox.hubspot.configure({ leadsideProperties: true })
  const hub = await createHub(engine, { hubspot: hubspotApp }, sandbox.fetch)
  const owner = await hub.owner()

  const begin = async () => z.parse(hubspotConnect, (await hub.call('POST', '/v1/hubspot/connect', { as: owner })).body).url
  return {
    hub, owner, sandbox, begin,
    pass(ms: number) {
      now += ms
      hub.pass(ms)
    },
    /** What the owner does on HubSpot's page. @returns where HubSpot sends them back to */
    async agree(url: string, account = portal): Promise<string> {
      const answer = await sandbox.fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ portal: account }) })
      return answer.headers.get('location') ?? ''
    },
    async connect(): Promise<void> {
      const back = await this.agree(await begin())
      const { status } = await hub.call('GET', back.replace('https://hub.example', ''))
      if (status !== 200) throw new Error(`callback ${status}`)
    },
    useKey: (key: string = staticTokens.privateApp) => hub.call('PUT', '/v1/hubspot/key', { as: owner, body: { key } }),
    ask: (as: Member, method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
      hub.call(method, `/v1/hubspot${path}`, { as, body, headers: { 'leadside-portal': portal, ...more } }),
    rep: async (email?: string): Promise<Member> => {
      const { body } = await hub.join(await hub.invite(owner, 'rep', email === undefined ? {} : { email }), 'Robin', email === undefined ? {} : { email })
      const { token, sessionId, person } = body as { token: string; sessionId: string; person: { id: string } }
      return { token, sessionId, personId: person.id, role: 'rep' }
    },
  }
}
export type HubspotHub = Awaited<ReturnType<typeof createHubspotHub>>
export type { Hub }
