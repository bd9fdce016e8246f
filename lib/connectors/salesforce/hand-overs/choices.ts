import * as z from 'zod/mini'
import { toErrorInfo } from '@/lib/domain/errors'
import type { HandOverBy, HandOverOption } from '@/lib/domain/hand-over'
import type { HandOverChoices } from '@/lib/domain/hand-over-ports'
import type { Cache } from '../../ports'
import type { Org } from '../org/org'
import { loadAbsent } from '../read/absent'
import { type Parsed, parseRows, rowsOf } from '../read/parse-rows'
import { runSources } from '../read/run-sources'
import { soql } from '../soql'
import { maybeText, recordId } from '../wire'

const most = 200

const statusRow = z.object({ MasterLabel: z.string(), ApiName: maybeText })
const namedRow = z.object({ Id: recordId, Name: z.string() })

/** Statuses, queues and people, campaigns and list views of leads, in one call. */
export async function readChoices(org: Org, cache: Cache): Promise<HandOverChoices> {
  const absent = await loadAbsent(cache, org.host, org.userId)
  const outcomes = await runSources(org, {
    statuses: { object: 'LeadStatus', fields: ['Id', 'MasterLabel', 'ApiName', 'SortOrder'], rest: soql`ORDER BY SortOrder LIMIT ${most}` },
    queues: { object: 'Group', fields: ['Id', 'Name'], rest: soql`WHERE Type = 'Queue' ORDER BY Name LIMIT ${most}` },
    users: { object: 'User', fields: ['Id', 'Name'], rest: soql`WHERE IsActive = true AND UserType = 'Standard' ORDER BY Name LIMIT ${most}` },
    campaigns: { object: 'Campaign', fields: ['Id', 'Name'], rest: soql`ORDER BY CreatedDate DESC LIMIT ${most}` },
    views: { object: 'ListView', fields: ['Id', 'Name'], rest: soql`WHERE SobjectType = 'Lead' ORDER BY Name LIMIT ${most}` },
  }, absent)
  const statuses = parseRows(outcomes.get('statuses'), statusRow)
  const [queues, users, campaigns, views] = (['queues', 'users', 'campaigns', 'views'] as const).map((name) => parseRows(outcomes.get(name), namedRow))
  const values = rowsOf(statuses).map(({ MasterLabel, ApiName }) => ({ id: ApiName ?? MasterLabel, label: MasterLabel }))
  return {
    ways: [
      way('lead-status', [statuses], values),
      way('lead-owner', [queues, users], [...toOptions(queues), ...toOptions(users)]),
      way('campaign-response', [campaigns], toOptions(campaigns)),
      way('list-view', [views], toOptions(views)),
    ],
    stages: values,
  }
}

function toOptions(parsed: Parsed<z.infer<typeof namedRow>> | undefined): HandOverOption[] {
  return parsed ? rowsOf(parsed).map(({ Id, Name }) => ({ id: Id, label: Name })) : []
}

/** A way with no choice at all says why; one of two lists is enough. */
function way(by: HandOverBy, parts: readonly (Parsed<unknown> | undefined)[], options: HandOverOption[]): HandOverChoices['ways'][number] {
  const broken = parts.find((part) => part && 'error' in part)
  if (options.length > 0 || !broken || !('error' in broken)) return { by, options }
  return { by, options, error: toErrorInfo(broken.error), need: broken.need }
}
