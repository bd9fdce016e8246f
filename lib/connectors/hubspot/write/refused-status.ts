import * as z from 'zod/mini'
import type { Cache } from '../../ports'
import { cacheKey } from '../cache-key'

const rememberedMs = 30 * 86_400_000

/** Keeps which lead status HubSpot did not take with a verdict, so that the connection can say so; `undefined`: it took it. */
export async function rememberStatus(cache: Cache, org: string, refused: string | undefined): Promise<void> {
  const key = cacheKey(org, 'refused-status')
  await (refused === undefined ? cache.remove(key) : cache.set(key, refused, rememberedMs))
}

export async function refusedStatus(cache: Cache, org: string): Promise<string | undefined> {
  const known = z.safeParse(z.string(), await cache.get(cacheKey(org, 'refused-status')))
  return known.success ? known.data : undefined
}
