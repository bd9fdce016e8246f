import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { Cache } from '../ports'
import { cacheKey } from './cache-key'
import type { HubspotClient } from './client'
import { accountDetails, portalFacts, type PortalFacts } from './wire/account'

const portalTtlMs = 86_400_000

/** The account a token opens, as HubSpot says now. */
export function readPortal(client: HubspotClient, signal?: AbortSignal): Promise<PortalFacts> {
  return client.send({ path: '/account-info/{v}/details', schema: accountDetails, signal })
}

export function rememberPortal(cache: Cache, portal: PortalFacts): Promise<void> {
  return cache.set(cacheKey(portal.portalId, 'portal'), portal, portalTtlMs)
}

/**
 * Makes sure that the token opens the portal the record belongs to: ids are small numbers and mean somebody else in
 * another portal. Asked once a day.
 * @throws AppError `wrong-org`
 */
export async function expectPortal(client: HubspotClient, cache: Cache, org: string, signal?: AbortSignal): Promise<PortalFacts> {
  const known = z.safeParse(portalFacts, await cache.get(cacheKey(org, 'portal')))
  const portal = known.success ? known.data : await readPortal(client, signal)
  if (portal.portalId !== org) throw new AppError('wrong-org', { detail: portal.portalId })
  if (!known.success) await rememberPortal(cache, portal)
  client.setUtcOffset(portal.utcOffsetMilliseconds)
  return portal
}
