import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { HubDeps, HubspotApp } from '../deps'
import { apiOrigin, apiVersion, pagesOrigin, timeoutMs } from './api'

const tokenAnswer = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number(), scopes: z._default(z.array(z.string()), []) })
const refused = z.object({ error: z.optional(z.string()), status: z.optional(z.string()) })

export interface OauthTokens {
  access: string
  refresh: string
  expiresAt: number
  scopes: string[]
}

export function redirectUri(hubUrl: string): string {
  return `${hubUrl}/hubspot/callback`
}

/** Where the owner agrees that the hub may use HubSpot. */
export function authorizeUrl({ clientId, scopes, optionalScopes }: HubspotApp, hubUrl: string, state: string): string {
  const query = { client_id: clientId, redirect_uri: redirectUri(hubUrl), scope: scopes.join(' '), ...(optionalScopes.length > 0 && { optional_scope: optionalScopes.join(' ') }), state }
  return `${pagesOrigin}/oauth/authorize?${Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

type Grant = { grant_type: 'authorization_code'; code: string; redirect_uri: string } | { grant_type: 'refresh_token'; refresh_token: string }

/**
 * Exchanges a code or a refresh token.
 * @throws AppError `signed-out` where HubSpot no longer knows the grant; `not-set-up` where it refuses the app itself; `unavailable`
 */
export async function askForTokens({ fetch, now }: Pick<HubDeps, 'fetch' | 'now'>, { clientId, clientSecret }: HubspotApp, grant: Grant): Promise<OauthTokens> {
  const response = await fetch(`${apiOrigin}/oauth/${apiVersion}/token`, {
    method: 'POST', redirect: 'error', signal: AbortSignal.timeout(timeoutMs), headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...grant, client_id: clientId, client_secret: clientSecret }).toString(),
  }).catch((error: unknown) => { throw new AppError('unavailable', { detail: 'hubspot', cause: error }) })
  const body = await response.json().catch(() => undefined) as unknown
  if (response.ok) {
    const parsed = z.safeParse(tokenAnswer, body)
    if (!parsed.success) throw new AppError('bad-reply', { detail: 'hubspot' })
    const { access_token, refresh_token, expires_in, scopes } = parsed.data
    return { access: access_token, refresh: refresh_token, expiresAt: now() + expires_in * 1000, scopes }
  }
  const why = z.safeParse(refused, body)
  if (response.status >= 500 || response.status === 429 || !why.success) throw new AppError('unavailable', { detail: 'hubspot' })
  throw new AppError(why.data.error === 'invalid_grant' ? 'signed-out' : 'not-set-up', { detail: why.data.status ?? why.data.error })
}
