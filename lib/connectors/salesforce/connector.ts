import { AppError } from '@/lib/domain/errors'
import type { CrmConnector } from '@/lib/domain/ports'
import type { SalesforceDeps } from '../ports'
import { createHandOverReader } from './hand-overs/reader'
import { createOrgs } from './org/orgs'
import { mayAdminister } from './org/permissions'
import { readNames } from './read/names'
import { openRecord } from './read/open-record'
import { recheck } from './read/recheck'
import { recordsOf } from './read/records-of'
import { teamVerdicts } from './read/team-verdicts'
import { report } from './report'
import { expectActor } from './write/acting'
import { deliver } from './write/deliver'

/** Salesforce behind the port. Keeps nothing but clients, which may vanish. */
export function createSalesforceConnector(deps: SalesforceDeps): CrmConnector {
  const orgs = createOrgs(deps)
  return {
    crm: 'salesforce',
    async open(ref, signal) {
      if (ref.crm !== 'salesforce') throw new AppError('wrong-org', { detail: ref.crm })
      const [org, { campaignKinds }] = await Promise.all([orgs.expect(ref.org), deps.settings(ref.org)])
      return openRecord(org, ref, { cache: deps.cache, now: () => deps.clock.now(), campaignKinds }, signal)
    },
    insist: async (org) => (await orgs.expect(org)).insist(),
    async deliver(delivery, context) {
      const { ref } = delivery.event
      if (ref.crm !== 'salesforce') throw new AppError('wrong-org', { detail: ref.crm })
      await deliver(await orgs.expect(ref.org), deps, delivery, context)
    },
    actor: async (org) => expectActor(deps, await orgs.expect(org)),
    mayAdminister: async (org, ask) => orgs.expect(org).then((found) => mayAdminister(found, deps.cache, ask)).catch(() => false),
    recordsOf: async (org, email) => recordsOf(await orgs.expect(org), deps.cache, email),
    names: async (org, refs) => (refs.length === 0 ? [] : readNames(await orgs.expect(org), deps.cache, refs)),
    report: (org) => report(deps, orgs, org),
    teamVerdicts: async (org, cursor) => teamVerdicts(await orgs.expect(org), deps.cache, cursor),
    handOvers: createHandOverReader(deps, orgs),
    recheck: async (org, refs, since) => (refs.length === 0 ? [] : recheck(await orgs.expect(org), deps.cache, refs, since)),
  }
}
