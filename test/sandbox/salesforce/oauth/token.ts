import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Org, OrgUser } from '../org.ts'

interface Grant {
  user: OrgUser
  clientId: string
  scopes: readonly string[]
}

/** `POST token`: exchanges a code with its verifier, or a refresh token, which works once. */
export async function answerToken(c: Context, org: Org): Promise<Response> {
  const form = Object.fromEntries(Object.entries(await c.req.parseBody()).map(([name, value]) => [name, String(value)]))
  if (!org.switches.clientIds.includes(form.client_id ?? '')) return refuse('invalid_client_id', 'client identifier invalid')
  if (form.client_secret !== undefined) return refuse('invalid_client', 'invalid client credentials')
  switch (form.grant_type) {
    case 'authorization_code':
      return exchangeCode(org, form)
    case 'refresh_token':
      return refresh(org, form)
    default:
      return refuse('unsupported_grant_type', 'grant type not supported')
  }
}

/** `POST revoke`: 200 with no body, or 400 for an unknown token. */
export async function answerRevoke(c: Context, org: Org): Promise<Response> {
  const form = await c.req.parseBody()
  const token = c.req.query('token') ?? String(form.token ?? '')
  return org.sessions.revoke(token) ? new Response(null, { status: 200 }) : refuse('unsupported_token_type', 'this token is not supported')
}

function exchangeCode(org: Org, form: Record<string, string>): Response {
  const code = org.sessions.takeCode(form.code ?? '')
  if (code === undefined) return refuse('invalid_grant', 'authentication failure')
  if (code.expiresAt <= org.clock()) return refuse('invalid_grant', 'expired authorization code')
  if (code.clientId !== form.client_id) return refuse('invalid_grant', 'authentication failure')
  if (code.redirectUri !== form.redirect_uri) return refuse('redirect_uri_mismatch', 'redirect_uri must match configuration')
  const challenge = createHash('sha256').update(form.code_verifier ?? '').digest('base64url')
  if (challenge !== code.challenge) return refuse('invalid_grant', 'invalid code verifier')
  return answer(org, code)
}

function refresh(org: Org, form: Record<string, string>): Response {
  const grant = org.sessions.takeRefreshToken(form.refresh_token ?? '')
  if (grant === undefined || grant.clientId !== form.client_id) return refuse('invalid_grant', 'expired access/refresh token')
  return answer(org, grant)
}

function answer(org: Org, grant: Grant): Response {
  const { plan } = org
  const issuedAt = org.clock()
  const session = org.sessions.open('api', grant.user, grant.scopes, issuedAt + org.switches.accessTokenMs)
  const mayRefresh = grant.scopes.includes('refresh_token') || grant.scopes.includes('offline_access')
  return Response.json({
    access_token: session.token,
    ...(mayRefresh ? { refresh_token: org.sessions.issueRefreshToken(grant) } : {}),
    signature: createHash('sha256').update(session.token).digest('base64'),
    scope: grant.scopes.join(' '),
    instance_url: `https://${plan.apiHost}`,
    id: `https://${plan.isSandbox ? 'test' : 'login'}.salesforce.com/id/${plan.id}/${grant.user.id}`,
    token_type: 'Bearer',
    issued_at: String(issuedAt),
  })
}

function refuse(error: string, description: string): Response {
  return Response.json({ error, error_description: description }, { status: 400, headers: { 'cache-control': 'no-store' } })
}
