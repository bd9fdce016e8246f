import { AppError } from '@/lib/domain/errors'
import type { HandOverReader } from '@/lib/domain/hand-over-ports'
import type { SalesforceDeps } from '../../ports'
import type { Orgs } from '../org/orgs'
import { findByResponse } from './campaign-response'
import { findByField } from './changed-field'
import { readChoices } from './choices'
import { findInView } from './list-view'
import { readProgress } from './progress'

/** Leads handed over, with the access of the signed-in user and within the org's API budget. */
export function createHandOverReader(deps: SalesforceDeps, orgs: Orgs): HandOverReader {
  const { cache, clock } = deps
  return {
    choices: async (host) => readChoices(await orgs.expect(host), cache),
    async find(rule, cursor) {
      const { way } = rule
      const org = await orgs.expect(rule.org)
      switch (way.by) {
        case 'lead-status': return findByField(org, cache, rule, { field: 'Status', column: 'Status', values: way.statuses }, cursor)
        case 'lead-owner': return findByField(org, cache, rule, { field: 'Owner', column: 'OwnerId', values: way.owners.map(({ id }) => id) }, cursor)
        case 'campaign-response': return findByResponse(org, cache, rule, way.campaigns.map(({ id }) => id), cursor)
        case 'list-view': return findInView(org, rule, way.view.id, cursor, clock.now())
        default: throw new AppError('invalid', { detail: way.by })
      }
    },
    progress: async (rule, found) => (found.length === 0 ? { progress: [], lacks: [] } : readProgress(await orgs.expect(rule.org), cache, rule, found)),
  }
}
