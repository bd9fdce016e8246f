import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { ApiClient } from '../../http/types'
import { maybeText } from '../wire'

const tokenPath = '/services/oauth2/token'

/** The answer of the token endpoint. `id` is the identity address `…/id/<org>/<user>`. */
const tokenReply = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: maybeText,
  instance_url: z.string(),
  id: z.string(),
  scope: maybeText,
})
export type TokenReply = z.infer<typeof tokenReply>

export interface CodeExchange {
  clientId: string
  code: string
  verifier: string
  redirectUri: string
}

/**
 * Redeems an authorization code as a public client (no secret).
 * @throws AppError `signed-out` for a code that is used, expired or not ours
 */
export function exchangeCode(client: ApiClient, { clientId, code, verifier, redirectUri }: CodeExchange): Promise<TokenReply> {
  const form = { grant_type: 'authorization_code', client_id: clientId, code, code_verifier: verifier, redirect_uri: redirectUri }
  return client.send({ path: tokenPath, method: 'POST', form, schema: tokenReply })
}

/** @throws AppError `signed-out` when the refresh token is revoked, expired or already rotated */
export function refreshAccess(client: ApiClient, clientId: string, refreshToken: string): Promise<TokenReply> {
  const form = { grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken }
  return client.send({ path: tokenPath, method: 'POST', form, schema: tokenReply })
}

/** Tells Salesforce to forget a token; one it does not know any more is as good as revoked. */
export async function revoke(client: ApiClient, token: string): Promise<void> {
  await client.reply({ path: '/services/oauth2/revoke', method: 'POST', form: { token }, accept: [400] })
}

/** The user an identity address names. @throws AppError `bad-reply` */
export function userOfIdentity(identity: string): string {
  const user = URL.parse(identity)?.pathname.split('/').at(-1)
  if (!user || !/^005[a-zA-Z0-9]{15}$/.test(user)) throw new AppError('bad-reply', { detail: 'id' })
  return user
}
