import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { Cache } from '../ports'
import { cacheKey } from './cache-key'
import type { HubspotClient } from './client'
import { definitionList, type Definition } from './wire/property-facts'

const rememberedMs = 86_400_000

/** HubSpot's own likelihood to close, which needs no set-up but an Enterprise edition. */
const likelihood = 'hs_predictivecontactscore_v2'
/** Kept for old portals; HubSpot stopped updating it in August 2025. */
const dead = 'hubspotscore'

/**
 * The property that holds this portal's lead score. Scores are properties of the portal's own, told by their field type or,
 * failing that, by being calculated and called a score. Looked up once a day; where that fails, HubSpot's own one: a score
 * is never worth the record.
 * @throws AppError only `cancelled`
 */
export async function scorePropertyOf(client: HubspotClient, cache: Cache, org: string, signal?: AbortSignal): Promise<string> {
  const key = cacheKey(org, 'score-property')
  const known = z.safeParse(z.string(), await cache.get(key))
  if (known.success) return known.data
  try {
    const { results } = await client.send({ path: '/crm/properties/{v}/contacts', schema: definitionList, signal })
    return await remember(findScore(results))
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'cancelled') throw error
    return error.kind === 'forbidden' ? remember(likelihood) : likelihood
  }

  async function remember(name: string): Promise<string> {
    await cache.set(key, name, rememberedMs)
    return name
  }
}

function findScore(definitions: readonly Definition[]): string {
  const scores = definitions.filter(({ type, name }) => type === 'number' && name !== dead && name !== likelihood)
  return (scores.find(({ fieldType }) => fieldType === 'calculation_score') ?? scores.find(isCalledScore))?.name ?? likelihood
}

function isCalledScore({ name, label, calculated, modificationMetadata }: Definition): boolean {
  const kept = calculated === true || modificationMetadata?.readOnlyValue === true
  return kept && !name.startsWith('hs_') && /(^|[^a-z])score([^a-z]|$)/i.test(`${name.replaceAll('_', ' ')} ${label}`)
}
