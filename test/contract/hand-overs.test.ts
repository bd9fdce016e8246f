import type { HandOverReader } from '@/lib/domain/hand-over-ports'
import * as hubspot from '../unit/connectors/hubspot/sandbox-harness'
import * as salesforce from '../unit/connectors/salesforce/sandbox-harness'
import { handOverContract } from './hand-overs.contract'

const yearMs = 365 * 86_400_000

handOverContract('Salesforce', async () => {
  const h = salesforce.harness()
  await h.signIn('marketer')
  return {
    reader: readerOf(h.connector),
    rule: { crm: 'salesforce', org: salesforce.host, version: 1, setAt: h.now(), since: h.now() - yearMs, way: { by: 'lead-status', statuses: ['Working - Contacted'] }, mql: [], sql: [] },
    apiHost: salesforce.host,
    faults: h.sandbox.faults,
    callsForProgress: 2,
    calls: () => h.sandbox.log.count({ host: salesforce.host, path: '/services/data/v*/composite' }),
    forget: () => h.vault.remove(h.orgKey),
  }
})

handOverContract('HubSpot', async () => {
  const h = hubspot.harness()
  await h.ready()
  return {
    reader: readerOf(h.connector),
    rule: {
      crm: 'hubspot', org: hubspot.org, version: 1, setAt: h.now(), since: h.now() - yearMs, mql: [], sql: ['salesqualifiedlead'],
      way: { by: 'lifecycle-stage', stage: { id: 'marketingqualifiedlead', label: 'Marketing Qualified Lead' } },
    },
    apiHost: hubspot.apiHost,
    faults: h.sandbox.faults,
    callsForProgress: 4,
    calls: () => h.sandbox.log.count({ host: hubspot.apiHost }),
    forget: () => h.vault.remove(`hubspot:${hubspot.org}`),
  }
})

function readerOf({ handOvers }: { handOvers?: HandOverReader | undefined }): HandOverReader {
  if (!handOvers) throw new Error('reads no hand-overs')
  return handOvers
}
