import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { HubDeps } from '../deps'
import { apiOrigin, apiVersion, timeoutMs } from './api'
import type { Granted } from './connection'

const details = z.object({ portalId: z.number(), uiDomain: z.string(), utcOffsetMilliseconds: z._default(z.number(), 0) })
const described = z.object({ hubId: z.number(), scopes: z.array(z.string()) })

/** Whose token it is. @throws AppError `invalid` for one HubSpot does not take, `unavailable` */
export async function portalOf(deps: Pick<HubDeps, 'fetch'>, token: string): Promise<Granted['portal']> {
  const parsed = z.safeParse(details, await ask(deps, token, `/account-info/${apiVersion}/details`))
  if (!parsed.success) throw new AppError('invalid', { detail: 'key' })
  return { portalId: String(parsed.data.portalId), uiDomain: parsed.data.uiDomain, utcOffsetMs: parsed.data.utcOffsetMilliseconds }
}

/** Scopes of a static token; none where HubSpot does not describe this kind. */
export async function scopesOf(deps: Pick<HubDeps, 'fetch'>, token: string): Promise<string[]> {
  const parsed = z.safeParse(described, await ask(deps, token, '/oauth/v2/private-apps/get/access-token-info', { tokenKey: token }))
  return parsed.success ? parsed.data.scopes : []
}

async function ask({ fetch }: Pick<HubDeps, 'fetch'>, token: string, path: string, body?: unknown): Promise<unknown> {
  try {
    const response = await fetch(`${apiOrigin}${path}`, {
      method: body === undefined ? 'GET' : 'POST', redirect: 'error', signal: AbortSignal.timeout(timeoutMs),
      headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (response.status >= 500) throw new AppError('unavailable', { detail: 'hubspot' })
    return response.ok ? await response.json() as unknown : undefined
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('unavailable', { detail: 'hubspot', cause: error })
  }
}
