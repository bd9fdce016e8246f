import { AppError, type ErrorKind } from '@/lib/domain/errors'

export interface AuthorizeRequest {
  /** My Domain, or the general sign-in host. */
  origin: string
  clientId: string
  redirectUri: string
  scopes: readonly string[]
  state: string
  challenge: string
}

/** The address of the sign-in page: authorization code with PKCE, as a public client. */
export function authorizeUrl({ origin, clientId, redirectUri, scopes, state, challenge }: AuthorizeRequest): string {
  const query = new URLSearchParams({
    response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope: scopes.join(' '), state, code_challenge: challenge, code_challenge_method: 'S256',
  })
  return `${origin}/services/oauth2/authorize?${query}`
}

const refusals: Record<string, ErrorKind> = {
  access_denied: 'cancelled', OAUTH_APP_BLOCKED: 'policy', OAUTH_APP_ACCESS_DENIED: 'policy', OAUTH_APPROVAL_ERROR_GENERIC: 'policy',
  OAUTH_EC_APP_NOT_FOUND: 'not-set-up', redirect_uri_mismatch: 'not-set-up', invalid_client_id: 'not-set-up', invalid_scope: 'not-set-up',
}

/**
 * The code out of the address the sign-in page redirected to.
 * @throws AppError `untrusted` where the state is not the one sent; `cancelled`, `policy` or `not-set-up` as Salesforce says
 */
export function expectCode(redirected: string, redirectUri: string, state: string): string {
  const url = URL.parse(redirected)
  const expected = new URL(redirectUri)
  if (url?.origin !== expected.origin || url.pathname !== expected.pathname) throw new AppError('untrusted', { detail: 'redirect' })
  if (url.searchParams.get('state') !== state) throw new AppError('untrusted', { detail: 'state' })
  const refusal = url.searchParams.get('error')
  if (refusal) throw new AppError(refusals[refusal] ?? 'not-set-up', { detail: refusal })
  const code = url.searchParams.get('code')
  if (!code) throw new AppError('bad-reply', { detail: 'code' })
  return code
}
