import { markerOf } from '@/lib/connectors/hubspot/marker'
import { staticTokens } from '../sandbox/hubspot/index.ts'
import { apiHost, bodiesOf, contactRef, euOrg, harness, leadRef, org, robin } from '../unit/connectors/hubspot/sandbox-harness'
import { connectorContract, type ContractSubject } from './connector.contract'

const types = { 'verdict': 'note', 'send-log': 'email', 'return-task': 'task' } as const

connectorContract('HubSpot', () => subject('contact'))
connectorContract('HubSpot on a lead page', () => subject('lead'))

async function subject(page: 'contact' | 'lead'): Promise<ContractSubject> {
  const h = harness()
  await h.ready()
  return {
    connector: h.connector,
    revived: h.revived,
    org,
    apiHost,
    faults: h.sandbox.faults,
    now: h.now,
    pass: h.pass,
    rich: page === 'contact' ? contactRef('70301') : leadRef('55402'),
    empty: contactRef('70319'),
    missing: page === 'contact' ? contactRef('999999') : leadRef('999999'),
    rep: robin,
    tellsUsers: false,
    calls: h.calls,
    callsToOpen: page === 'contact' ? 6 : 7,
    lagMs: 6_000,
    expire: async () => h.hubspot.configure({ revokedTokens: [staticTokens.privateApp] }),
    forget: () => h.vault.remove(`hubspot:${org}`),
    misfile: async () => {
      await h.signIn(staticTokens.euPrivateApp, org)
      await h.signIn(staticTokens.privateApp, euOrg)
      return contactRef('70301', euOrg)
    },
    written: (eventId, task) => bodiesOf(h, types[task]).filter((body) => body.includes(markerOf(task, eventId))).length,
    writes: {
      'verdict': { method: 'POST', path: '/crm/objects/*/notes' },
      'send-log': { method: 'POST', path: '/crm/objects/*/emails' },
      'return-task': { method: 'POST', path: '/crm/objects/*/tasks' },
    },
    touch: async ({ id }) => {
      const record = h.portal.records.find('0-1', id)
      if (!record) throw new Error(`no contact ${id}`)
      h.portal.records.set(record, 'hs_analytics_last_timestamp', new Date(h.now()).toISOString(), h.now(), { sourceType: 'ANALYTICS' })
    },
  }
}
