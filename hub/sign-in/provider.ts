import { createRemoteJWKSet, customFetch, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { JOSEError } from 'jose/errors'
import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { HubDeps, OidcProvider } from '../deps'

const timeoutMs = 10_000
const keptMs = 3_600_000
/** Asymmetric ones only: with the others whoever knows the client could sign. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

const endpoints = z.object({ issuer: z.string(), authorization_endpoint: z.url(), token_endpoint: z.url(), jwks_uri: z.url() })
const tokens = z.object({ id_token: z.string() })
const claims = z.looseObject({ sub: z.string(), nonce: z.string(), email: z.optional(z.string()), email_verified: z.optional(z.union([z.boolean(), z.string()])), name: z.optional(z.string()) })
export type IdClaims = z.infer<typeof claims>

export interface Provider {
  authorizationEndpoint(): Promise<string>
  /** @throws AppError `untrusted` where the code or the ID token does not hold */
  redeem(grant: { code: string; verifier: string; redirectUri: string; nonce: string }): Promise<IdClaims>
}

/** The company's OpenID provider. What it says of itself is kept for an hour, and may be forgotten. */
export function createProvider({ fetch, now }: Pick<HubDeps, 'fetch' | 'now'>, { issuer, clientId, clientSecret }: OidcProvider): Provider {
  let known: { at: number; found: z.infer<typeof endpoints>; keys: JWTVerifyGetKey } | undefined

  async function discover() {
    if (known && now() - known.at < keptMs) return known
    const found = z.safeParse(endpoints, await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`))
    if (!found.success || found.data.issuer !== issuer) throw new AppError('not-set-up', { detail: 'LEADSIDE_OIDC_ISSUER' })
    known = { at: now(), found: found.data, keys: createRemoteJWKSet(new URL(found.data.jwks_uri), { timeoutDuration: timeoutMs, [customFetch]: fetch }) }
    return known
  }

  async function ask(url: string, form?: Record<string, string>): Promise<unknown> {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs), ...(form && { method: 'POST', body: new URLSearchParams(form) }) })
      .catch((error: unknown) => { throw new AppError('unavailable', { detail: 'sign-in', cause: error }) })
    if (response.status >= 500) throw new AppError('unavailable', { detail: 'sign-in' })
    return response.ok ? await response.json().catch(() => undefined) as unknown : undefined
  }

  return {
    authorizationEndpoint: async () => (await discover()).found.authorization_endpoint,
    async redeem({ code, verifier, redirectUri, nonce }) {
      const { found, keys } = await discover()
      const answer = z.safeParse(tokens, await ask(found.token_endpoint, {
        grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri, client_id: clientId, ...(clientSecret !== undefined && { client_secret: clientSecret }),
      }))
      if (!answer.success) throw new AppError('untrusted', { detail: 'code' })
      const { payload } = await jwtVerify(answer.data.id_token, keys, { issuer, audience: clientId, algorithms, clockTolerance: 60, currentDate: new Date(now()), requiredClaims: ['exp', 'iat', 'sub', 'nonce'] })
        .catch((error: unknown) => { throw error instanceof JOSEError ? new AppError('untrusted', { detail: error.code }) : new AppError('unavailable', { detail: 'sign-in', cause: error }) })
      const parsed = z.safeParse(claims, payload)
      if (!parsed.success || parsed.data.nonce !== nonce || (payload['azp'] ?? clientId) !== clientId) throw new AppError('untrusted', { detail: 'claims' })
      return parsed.data
    },
  }
}
