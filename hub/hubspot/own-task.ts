import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { isLeadsides } from '@/lib/hub-client/contract/hubspot-shapes'
import type { HubDeps } from '../deps'
import type { Acting } from './acting'
import { apiVersion } from './api'
import { askHubspot } from './call'

const task = z.object({ properties: z.object({ hs_task_body: z.optional(z.nullable(z.string())), hubspot_owner_id: z.optional(z.nullable(z.string())) }) })

/**
 * The hub may change every task of the portal; a member only those Leadside made, and of these no other owner's.
 * @throws AppError `not-found` for all others
 */
export async function expectOwnTask(deps: HubDeps, personId: string, id: string, { owner }: Acting): Promise<void> {
  const { body } = await askHubspot(deps, personId, { method: 'GET', path: `/crm/objects/${apiVersion}/tasks/${id}?properties=hs_task_body,hubspot_owner_id` })
  const found = z.safeParse(task, body)
  const { hs_task_body: text, hubspot_owner_id: of } = found.data?.properties ?? {}
  if (!isLeadsides(text ?? '') || (of && of !== owner?.id)) throw new AppError('not-found', { detail: 'task' })
}
