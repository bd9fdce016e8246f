import { AppError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/person'
import type { CrmConnector } from '@/lib/domain/ports'
import { orgKey, type RecordRef } from '@/lib/domain/record-ref'
import { createHubspotClients } from './client'
import type { HubspotDeps } from './deps'
import { createHandOverReader } from './hand-overs/reader'
import { expectPortal } from './portal'
import { openRecord } from './read/open'
import { recordsOf } from './read/records-of'
import { reportOn } from './report'
import { scorePropertyOf } from './score-property'
import { readNames } from './team/names'
import { recheckRecords } from './team/recheck'
import { readTeamVerdicts } from './team/team-verdicts'
import { deliver } from './write/deliver'
import { refusedStatus } from './write/refused-status'

/** HubSpot behind the connectors' port: a static token, bound to one portal, that names no user. */
export function createHubspotConnector(deps: HubspotDeps): CrmConnector {
  const clientFor = createHubspotClients(deps)
  return {
    crm: 'hubspot',
    open: async (ref, signal) => openRecord(deps, clientFor(portalOf(ref)), ref, signal),
    insist: async (org) => clientFor(org).insist(),
    deliver: async (delivery, context) => deliver(deps, clientFor(portalOf(delivery.event.ref)), delivery, context),
    async actor(org) {
      await expectPortal(clientFor(org), deps.cache, org)
      return expectOwner(deps, org)
    },
    // A static token opens the whole portal: who holds it is its admin here.
    mayAdminister: async (org) => (await deps.vault.get(orgKey({ crm: 'hubspot', org })).catch(() => undefined))?.mode === 'token',
    async statusNotAgreed(org) {
      const refused = await refusedStatus(deps.cache, org)
      return refused?.by === 'hub' ? refused.status : undefined
    },
    async recordsOf(org, email) {
      await expectPortal(clientFor(org), deps.cache, org)
      return recordsOf(clientFor(org), org, email)
    },
    async names(org, refs) {
      await expectPortal(clientFor(org), deps.cache, org)
      return readNames(clientFor(org), refs)
    },
    report: (org) => reportOn(deps, clientFor(org), org),
    async teamVerdicts(org, cursor) {
      await expectPortal(clientFor(org), deps.cache, org)
      return readTeamVerdicts(clientFor(org), org, cursor)
    },
    handOvers: createHandOverReader(deps, clientFor),
    async recheck(org, refs, since) {
      if (refs.length === 0) return []
      const client = clientFor(org)
      await expectPortal(client, deps.cache, org)
      return recheckRecords(client, refs, since, await scorePropertyOf(client, deps.cache, org))
    },
  }
}

/** @throws AppError `wrong-org` for a record of another CRM */
function portalOf({ crm, org }: RecordRef): string {
  if (crm !== 'hubspot') throw new AppError('wrong-org', { detail: crm })
  return org
}

/** Who the rep said to be. @throws AppError `not-connected` while nobody said so: connecting ends with that question */
async function expectOwner(deps: HubspotDeps, org: string): Promise<Actor> {
  const { owner } = await deps.settings(org)
  if (!owner) throw new AppError('not-connected', { detail: 'owner' })
  return { ...owner, verified: false }
}
