import * as z from 'zod/mini'
import type { FoundHandOver, Outcome } from '@/lib/domain/hand-over'
import type { Cache } from '../../ports'
import { expectRecordId } from '../addresses'
import { batchLimit } from '../api'
import { cacheKey } from '../cache-key'
import type { HubspotClient } from '../client'
import { associationBatch } from '../wire/associations'
import { objectBatch, type CrmObject } from '../wire/object'
import { numberOf, textOf, timeOf } from '../wire/property-bag'

const dayMs = 86_400_000
const dealProperties = ['dealstage', 'amount', 'closedate', 'createdate', 'deal_currency_code', 'hs_is_closed', 'hs_is_closed_won'] as const

const pipelines = z.object({ results: z.array(z.object({ stages: z.array(z.object({ id: z.string(), label: z.string() })) })) })
const labels = z.array(z.tuple([z.string(), z.string()]))

/** Ids of another kind of record by contact. */
export async function associatedWith(client: HubspotClient, contacts: readonly string[], to: 'deals' | 'leads'): Promise<Map<string, string[]>> {
  const inputs = contacts.map((id) => ({ id: expectRecordId(id) }))
  const { results } = await client.send({ path: `/crm/associations/{v}/contacts/${to}/batch/read`, method: 'POST', json: { inputs }, repeatable: true, schema: associationBatch })
  return new Map(results.map(({ from, to: targets }) => [from.id, targets.map(({ toObjectId }) => toObjectId)]))
}

export async function readDeals(client: HubspotClient, ids: readonly string[]): Promise<Map<string, CrmObject>> {
  const deals = new Map<string, CrmObject>()
  for (let from = 0; from < ids.length; from += batchLimit) {
    const json = { properties: dealProperties, propertiesWithHistory: [], inputs: ids.slice(from, from + batchLimit).map((id) => ({ id })) }
    const { results } = await client.send({ path: '/crm/objects/{v}/deals/batch/read', method: 'POST', json, repeatable: true, schema: objectBatch })
    for (const deal of results) deals.set(deal.id, deal)
  }
  return deals
}

/** Names of deal stages, which are numbers in pipelines of a portal's own. Read once a day. */
export async function stageNames(client: HubspotClient, cache: Cache, org: string): Promise<Map<string, string>> {
  const key = cacheKey(org, 'deal-stages')
  const known = z.safeParse(labels, await cache.get(key))
  if (known.success) return new Map(known.data)
  const { results } = await client.send({ path: '/crm/pipelines/{v}/deals', schema: pipelines })
  const names = results.flatMap(({ stages }) => stages.map(({ id, label }): [string, string] => [id, label]))
  await cache.set(key, names, dayMs)
  return new Map(names)
}

/** What a deal says of a hand-over; one that was there before has nothing to do with it. */
export function toOutcome(deal: CrmObject, names: ReadonlyMap<string, string>, { at, precision }: Pick<FoundHandOver, 'at' | 'precision'>): Outcome | undefined {
  const { id, properties } = deal
  const created = timeOf(properties, 'createdate')
  if (created !== undefined && precision === 'moment' && created < at) return undefined
  const stage = textOf(properties, 'dealstage')
  const closed = textOf(properties, 'hs_is_closed') === 'true'
  const result = closed ? (textOf(properties, 'hs_is_closed_won') === 'true' ? 'won' : 'lost') : 'open'
  return {
    id, result, stage: stage && (names.get(stage) ?? stage), amount: numberOf(properties, 'amount'), currency: textOf(properties, 'deal_currency_code'),
    closedAt: closed ? timeOf(properties, 'closedate') : undefined,
  }
}
