import { AppError } from '@/lib/domain/errors'
import { createApiClient } from '../../http/api-client'
import type { ApiClient } from '../../http/types'
import type { SalesforceDeps, StoredToken } from '../../ports'
import { explain } from '../org/explain'
import { userInfo, userInfoPath } from '../org/identity'
import { refreshAccess } from './token-endpoint'

export interface Renewal {
  orgKey: string
  origin: string
  userId: string
}

/**
 * A new access token for a user whose old one was refused.
 * @throws AppError `signed-out` when only the person can help, `wrong-user` when the browser's session is someone else's
 */
export async function renew(deps: SalesforceDeps, { orgKey, origin, userId }: Renewal): Promise<string> {
  const token = await deps.vault.get(orgKey, userId)
  if (!token) throw new AppError('not-connected')
  const fresh = token.mode === 'session' ? await freshSession(deps, origin, token) : await refreshed(deps, orgKey, origin, token)
  await deps.vault.set(orgKey, fresh)
  return fresh.accessToken
}

async function refreshed(deps: SalesforceDeps, orgKey: string, origin: string, token: StoredToken): Promise<StoredToken> {
  if (!token.refreshToken || !token.clientId) throw new AppError('signed-out')
  try {
    const reply = await refreshAccess(unsigned(deps, origin), token.clientId, token.refreshToken)
    return { ...token, accessToken: reply.access_token, refreshToken: reply.refresh_token ?? token.refreshToken }
  } catch (error) {
    // A refused refresh token is never tried again: without it the next 401 ends here at once.
    if (error instanceof AppError && error.kind === 'signed-out') await deps.vault.set(orgKey, { ...token, refreshToken: undefined })
    throw error
  }
}

/** The browser may have a newer session than the one kept; it must be the same person's. */
async function freshSession(deps: SalesforceDeps, origin: string, token: StoredToken): Promise<StoredToken> {
  const session = await deps.session?.(origin)
  if (!session || session === token.accessToken) throw new AppError('signed-out')
  await expectSameUser(deps, origin, session, token.userId)
  return { ...token, accessToken: session }
}

/**
 * In session mode the page and Leadside must be the same person.
 * @throws AppError `wrong-user` naming whose session the browser has
 */
export async function expectSameUser(deps: SalesforceDeps, origin: string, session: string, userId: string): Promise<void> {
  const user = await signedWith(deps, origin, session).send({ path: userInfoPath, schema: userInfo })
  if (user.user_id !== userId) throw new AppError('wrong-user', { detail: user.name })
}

type NetworkDeps = Pick<SalesforceDeps, 'fetch' | 'clock' | 'chance'>

/** A client that carries no token: for the sign-in endpoints. */
export function unsigned({ fetch, clock, chance }: NetworkDeps, origin: string): ApiClient {
  return createApiClient({ fetch, clock, chance, origin, explain })
}

/** A client with a token that is not kept yet, and therefore not renewed either. */
export function signedWith({ fetch, clock, chance }: NetworkDeps, origin: string, token: string): ApiClient {
  return createApiClient({ fetch, clock, chance, origin, explain, token: async () => token })
}
