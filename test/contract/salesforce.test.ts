import { parseMarker } from '@/lib/connectors/salesforce/marker'
import { seedId } from '../sandbox/salesforce/ids.ts'
import { harness, host, leadRef } from '../unit/connectors/salesforce/sandbox-harness'
import { connectorContract, type ContractSubject } from './connector.contract'

const composite = { method: 'POST', path: '/services/data/v*/composite' }

/** With the feedback object deployed, and in an org where verdicts are Tasks. */
for (const leadFeedback of [true, false]) connectorContract(leadFeedback ? 'Salesforce' : 'Salesforce without Lead_Feedback__c', () => subject(leadFeedback))

async function subject(leadFeedback: boolean): Promise<ContractSubject> {
  const h = harness()
  h.org.set({ features: { leadFeedback } })
  await h.signIn()
  const user = h.org.user('rep')
  const tasksOf = (eventId: string, task: string) => h.org.rows('Task').filter((row) => {
    const marker = parseMarker(String(row['Description'] ?? ''))
    return marker?.eventId === eventId && marker.task === task
  }).length

  return {
    connector: h.connector,
    revived: h.revived,
    org: host,
    apiHost: host,
    faults: h.sandbox.faults,
    now: h.now,
    pass: h.pass,
    rich: leadRef('rachel-goldberg'),
    empty: leadRef('noah-fischer'),
    missing: { ...leadRef('x'), id: seedId('00Q', 'nobody') },
    rep: { id: user.id, name: user.name, verified: true },
    tellsUsers: true,
    calls: () => h.sandbox.log.count({ host, path: '/services/data/v*/composite' }),
    callsToOpen: 2,
    lagMs: 0,
    expire: async () => {
      h.org.sessions.expire()
      h.org.sessions.revokeRefreshTokens()
    },
    forget: () => h.vault.remove(h.orgKey),
    misfile: async () => {
      const token = await h.vault.get(h.orgKey)
      const org = 'harbor--uat.sandbox.my.salesforce.com'
      if (token) await h.vault.set(`salesforce:${org}`, token)
      return { ...leadRef('rachel-goldberg'), org }
    },
    written: (eventId, task) =>
      task === 'verdict' && leadFeedback ? h.org.rows('Lead_Feedback__c').filter((row) => row['Feedback_Key__c'] === eventId).length : tasksOf(eventId, task),
    writes: { 'verdict': composite, 'send-log': composite, 'return-task': composite },
    touch: async (ref) => {
      const campaign = h.org.rows('Campaign')[0]
      h.org.writer(h.org.user('marketer')).create(expectSpec('CampaignMember'), { CampaignId: campaign?.['Id'], LeadId: ref.id, Status: respondedStatus(campaign?.['Id']) })
    },
  }

  function expectSpec(object: string) {
    const spec = h.org.schema.findObject(object)
    if (!spec) throw new Error(`no ${object}`)
    return spec
  }
  function respondedStatus(campaign: unknown) {
    return h.org.rows('CampaignMemberStatus').find((row) => row['CampaignId'] === campaign && row['HasResponded'] === true)?.['Label']
  }
}
