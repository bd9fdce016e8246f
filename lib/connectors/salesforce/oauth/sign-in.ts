import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/person'
import type { SalesforceDeps, StoredToken } from '../../ports'
import { expectInstanceOrigin, expectSalesforceOrigin } from '../org/hosts'
import { toActor, userInfo, userInfoPath } from '../org/identity'
import { createVersions } from '../org/version'
import { authorizeUrl, expectCode } from './authorize'
import { createPkce, randomText } from './pkce'
import { signedWith, unsigned } from './renewal'
import { exchangeCode, revoke, userOfIdentity } from './token-endpoint'

const scopes = ['api', 'id', 'refresh_token']

/** What has to be kept between the two halves of a sign-in: in `storage.session`, for it holds the verifier. */
export const pendingSignIn = z.strictObject({
  /** Host the sign-in page is on. */
  host: z.string(),
  /** The org that has to come out of it, where one was asked for. */
  org: z.optional(z.string()),
  clientId: z.string(),
  redirectUri: z.string(),
  state: z.string(),
  verifier: z.string(),
})
export type PendingSignIn = z.infer<typeof pendingSignIn>

export interface SignedIn {
  /** API host. */
  org: string
  actor: Actor
}

/** Sign-in and sign-out. The browser's own window for it is the caller's business. All methods throw `AppError`. */
export interface SalesforceSignIn {
  /**
   * @param host the org's API host, or `login.salesforce.com` / `test.salesforce.com`
   * @param clientId consumer key of the team's External Client App
   * @throws AppError `not-set-up` without one
   */
  begin(host: string, clientId: string, redirectUri: string): Promise<{ url: string; pending: PendingSignIn }>
  /** @param isAllowed whether policy lets this org be connected; otherwise `policy`, and nothing is kept */
  complete(pending: PendingSignIn, redirected: string, isAllowed: (org: string) => boolean): Promise<SignedIn>
  /** Takes over the browser's own session for an org. `policy` where the org does not allow it for the API. */
  useSession(org: string): Promise<SignedIn>
  /** Forgets all sign-ins of the org, here first and then at Salesforce. */
  disconnect(org: string): Promise<void>
}

export function createSalesforceSignIn(deps: SalesforceDeps): SalesforceSignIn {
  async function keep(org: string, token: Omit<StoredToken, 'apiOrigin'>): Promise<SignedIn> {
    const apiOrigin = expectSalesforceOrigin(org)
    const client = signedWith(deps, apiOrigin, token.accessToken)
    const user = await client.send({ path: userInfoPath, schema: userInfo })
    if (token.userId !== '' && user.user_id !== token.userId) throw new AppError('wrong-user', { detail: user.name })
    // What the org does not accept for its API would otherwise fail only at the first record.
    await createVersions(client, deps.cache, org).using((version) => client.reply({ path: `/services/data/v${version}/limits` }))
    await deps.vault.set(`salesforce:${org}`, { ...token, userId: user.user_id, apiOrigin })
    return { org, actor: toActor(user) }
  }

  return {
    async begin(host, clientId, redirectUri) {
      const origin = expectSalesforceOrigin(host)
      if (!clientId) throw new AppError('not-set-up', { detail: 'client id' })
      const { verifier, challenge } = await createPkce()
      const state = randomText(24)
      const org = host.startsWith('login.') || host.startsWith('test.') ? undefined : host
      return {
        url: authorizeUrl({ origin, clientId, redirectUri, scopes, state, challenge }),
        pending: { host, org, clientId, redirectUri, state, verifier },
      }
    },
    async complete({ host, org: asked, clientId, redirectUri, state, verifier }, redirected, isAllowed) {
      const code = expectCode(redirected, redirectUri, state)
      const reply = await exchangeCode(unsigned(deps, expectSalesforceOrigin(host)), { clientId, code, verifier, redirectUri })
      const org = new URL(expectInstanceOrigin(reply.instance_url)).hostname
      if (asked !== undefined && org !== asked) throw new AppError('wrong-org', { detail: org })
      if (!isAllowed(org)) throw new AppError('policy', { detail: org })
      return keep(org, {
        accessToken: reply.access_token, refreshToken: reply.refresh_token, clientId, userId: userOfIdentity(reply.id), mode: 'oauth', scopes: reply.scope?.split(' ') ?? scopes,
      })
    },
    async useSession(org) {
      const session = await deps.session?.(expectSalesforceOrigin(org))
      if (!session) throw new AppError('signed-out')
      return keep(org, { accessToken: session, userId: '', mode: 'session', scopes: [] })
    },
    async disconnect(org) {
      const token = await deps.vault.get(`salesforce:${org}`)
      await deps.vault.remove(`salesforce:${org}`)
      if (token?.mode !== 'oauth') return
      // Offline, the token dies by its own age; what counts is that it is gone here.
      await revoke(unsigned(deps, expectSalesforceOrigin(org)), token.refreshToken ?? token.accessToken).catch(() => undefined)
    },
  }
}
