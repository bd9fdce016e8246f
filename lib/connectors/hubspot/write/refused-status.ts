import * as z from 'zod/mini'
import type { Cache } from '../../ports'
import { cacheKey } from '../cache-key'

const rememberedMs = 30 * 86_400_000
/** A lead status that was not set with a verdict. `hub`: the portal would have; the owner of the team's hub did not agree to it. */
const refusal = z.strictObject({ status: z.string(), by: z.enum(['portal', 'hub']) })
export type RefusedStatus = z.infer<typeof refusal>

/** Keeps which lead status was not taken with a verdict, so that the connection can say so; `undefined`: it was. */
export async function rememberStatus(cache: Cache, org: string, refused: RefusedStatus | undefined): Promise<void> {
  const key = cacheKey(org, 'refused-status')
  await (refused === undefined ? cache.remove(key) : cache.set(key, refused, rememberedMs))
}

export async function refusedStatus(cache: Cache, org: string): Promise<RefusedStatus | undefined> {
  return z.safeParse(refusal, await cache.get(cacheKey(org, 'refused-status'))).data
}
