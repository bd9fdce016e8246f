import * as z from 'zod/mini'
import type { Cache } from '../../ports'
import { cacheKey } from '../cache-key'
import { unseenAssociations, unseenKey } from './contact'

/** The optional sources of a record: each may be absent without costing the others. */
export const optionalSources = ['hs-events', 'hs-email-events', 'hs-emails', 'hs-notes', 'hs-webinars', 'hs-form-names', 'hs-owner-names'] as const
export type OptionalSource = (typeof optionalSources)[number]

/** A refusal for want of a scope or edition stays true for a while: it is not asked for again on every record. */
const rememberedMs = 3_600_000

const lack = z.object({ need: z.string(), who: z.enum(['you', 'admin', 'vendor', 'nobody']) })
/** What a missing source lacks and who can provide it. */
export type Lack = z.infer<typeof lack>

export async function findLack(cache: Cache, org: string, name: OptionalSource): Promise<Lack | undefined> {
  const known = z.safeParse(lack, await cache.get(keyOf(org, name)))
  return known.success ? known.data : undefined
}

export function rememberLack(cache: Cache, org: string, name: OptionalSource, found: Lack): Promise<void> {
  return cache.set(keyOf(org, name), found, rememberedMs)
}

export function forgetLack(cache: Cache, org: string, name: OptionalSource): Promise<void> {
  return cache.remove(keyOf(org, name))
}

export async function knownLacks(cache: Cache, org: string): Promise<Map<OptionalSource, Lack>> {
  const found = await Promise.all(optionalSources.map(async (name) => [name, await findLack(cache, org, name)] as const))
  return new Map(found.flatMap(([name, known]): [OptionalSource, Lack][] => (known ? [[name, known]] : [])))
}

/** Scopes that were granted since make a lack untrue before its time. */
export async function forgetGranted(cache: Cache, org: string, scopes: readonly string[]): Promise<void> {
  const granted = (need: string) => need.split(', ').every((scope) => scopes.includes(scope))
  for (const [name, { need }] of await knownLacks(cache, org)) if (granted(need)) await forgetLack(cache, org, name)
  const unseen = z.safeParse(unseenAssociations, await cache.get(unseenKey(org)))
  if (unseen.success && granted(unseen.data.need)) await cache.remove(unseenKey(org))
}

function keyOf(org: string, name: OptionalSource): string {
  return cacheKey(org, `missing:${name}`)
}
