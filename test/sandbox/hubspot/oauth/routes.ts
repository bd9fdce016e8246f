import { Hono, type Context } from 'hono'
import type { Token } from '../api/tokens.ts'
import type { Portal } from '../model/portal.ts'
import { allowsRedirect, type OauthApp } from './apps.ts'
import { verifierFits, type IssuedTokens, type OauthStore } from './store.ts'

export interface OauthBindings {
  oauth: OauthStore
  tokens: ReadonlyMap<string, Token>
  portals: ReadonlyMap<number, Portal>
  now: number
}

type OauthEnv = { Bindings: OauthBindings }
type OauthContext = Context<OauthEnv>
type Form = Record<string, string>

/** What HubSpot answers when it gives no token: `error` of the standard, `status` of its own. */
const refusals = {
  BAD_CLIENT_ID: ['invalid_client', 'missing or unknown client id'],
  BAD_CLIENT_SECRET: ['invalid_client', 'missing or invalid client secret'],
  BAD_GRANT_TYPE: ['unsupported_grant_type', 'missing or unknown grant type'],
  BAD_AUTH_CODE: ['invalid_grant', 'missing or unknown auth code'],
  BAD_REDIRECT_URI: ['invalid_grant', 'redirect_uri does not match the one of the authorization request'],
  BAD_CODE_VERIFIER: ['invalid_grant', 'code verifier does not match'],
  BAD_REFRESH_TOKEN: ['invalid_grant', 'refresh token is invalid, expired or revoked'],
  BAD_HUB: ['invalid_grant', 'the app is no longer installed in this account'],
} as const

/** `/oauth/…`: token, introspect, revoke, and the info endpoint of static tokens. */
export const oauthRoutes = new Hono<OauthEnv>()
  .post('/token', async (c) => {
    const form = await readForm(c)
    const app = c.env.oauth.app(form['client_id'] ?? '')
    if (app === undefined) return refuse(c, 'BAD_CLIENT_ID')
    // The order is HubSpot's: a wrong verifier is told before a wrong secret.
    if (form['grant_type'] === 'authorization_code') return exchangeCode(c, app, form)
    if (form['grant_type'] === 'refresh_token') return renew(c, app, form)
    return refuse(c, 'BAD_GRANT_TYPE')
  })
  .post('/token/introspect', async (c) => {
    const form = await readForm(c)
    const app = c.env.oauth.app(form['client_id'] ?? '')
    if (app === undefined) return refuse(c, 'BAD_CLIENT_ID')
    if (form['client_secret'] !== app.clientSecret) return refuse(c, 'BAD_CLIENT_SECRET')
    return c.json(introspect(c, app, form['token'] ?? form['access_token'] ?? form['refresh_token'] ?? ''))
  })
  .post('/token/revoke', async (c) => {
    const form = await readForm(c)
    const app = c.env.oauth.app(form['client_id'] ?? '')
    if (app === undefined) return refuse(c, 'BAD_CLIENT_ID')
    if (form['client_secret'] !== app.clientSecret) return refuse(c, 'BAD_CLIENT_SECRET')
    c.env.oauth.revoke(form['token'] ?? form['refresh_token'] ?? '')
    return c.body(null, 200)
  })

function exchangeCode(c: OauthContext, app: OauthApp, form: Form): Response {
  const grant = c.env.oauth.redeem(form['code'] ?? '', c.env.now)
  if (grant === undefined || grant.clientId !== app.clientId) return refuse(c, 'BAD_AUTH_CODE')
  if (form['redirect_uri'] !== grant.redirectUri || !allowsRedirect(app, grant.redirectUri)) return refuse(c, 'BAD_REDIRECT_URI')
  if (!verifierFits(grant, form['code_verifier'])) return refuse(c, 'BAD_CODE_VERIFIER')
  if (form['client_secret'] !== app.clientSecret) return refuse(c, 'BAD_CLIENT_SECRET')
  return tokenAnswer(c, c.env.oauth.issue(grant, c.env.now))
}

function renew(c: OauthContext, app: OauthApp, form: Form): Response {
  if (form['client_secret'] !== app.clientSecret) return refuse(c, 'BAD_CLIENT_SECRET')
  const refresh = c.env.oauth.refresh(form['refresh_token'] ?? '')
  if (refresh === undefined || refresh.clientId !== app.clientId) return refuse(c, 'BAD_REFRESH_TOKEN')
  if (c.env.oauth.uninstalled(refresh)) return refuse(c, 'BAD_HUB')
  return tokenAnswer(c, c.env.oauth.issue(refresh, c.env.now, refresh))
}

function tokenAnswer(c: OauthContext, { access, refresh }: IssuedTokens): Response {
  return c.json({
    token_type: 'bearer',
    token_use: 'access_token',
    refresh_token: refresh.value,
    access_token: access.value,
    hub_id: access.portalId,
    user_id: access.userId,
    scopes: access.scopes,
    expires_in: Math.floor(((access.expiresAt ?? 0) - c.env.now) / 1000),
  })
}

function introspect(c: OauthContext, app: OauthApp, value: string): Record<string, unknown> {
  const { tokens, oauth, portals, now } = c.env
  const access = tokens.get(value)
  const refresh = oauth.refresh(value)
  const portalId = access?.portalId ?? refresh?.portal.id
  const portal = portalId === undefined ? undefined : portals.get(portalId)
  const old = access?.kind === 'oauth' && (access.expiresAt ?? 0) <= now
  if (portal === undefined || old) return { active: false }
  const owner = portal.owners.find((candidate) => candidate.id === portal.signedIn)
  const common = {
    active: true,
    token: value,
    hub_id: portal.id,
    user_id: owner?.userId,
    client_id: app.clientId,
    app_id: app.appId,
    user: owner?.email,
    hub_domain: 'quayside.example',
    scopes: access?.scopes ?? refresh?.scopes,
  }
  if (access === undefined) return { ...common, token_use: 'refresh_token', token_type: 'Bearer' }
  const signed = {
    expiresAt: access.expiresAt,
    scopes: 'AA==',
    hubId: portal.id,
    userId: access.userId,
    appId: app.appId,
    hublet: portal.hublet,
    isUserLevel: false,
    isPrivateDistribution: true,
  }
  const expiresIn = Math.floor(((access.expiresAt ?? now) - now) / 1000)
  return {
    ...common,
    signed_access_token: signed,
    expires_in: expiresIn,
    is_private_distribution: true,
    token_use: 'access_token',
    token_type: 'Bearer',
  }
}

function refuse(c: OauthContext, status: keyof typeof refusals): Response {
  const [error, message] = refusals[status]
  return c.json({ error, error_description: message, status, message }, 400)
}

async function readForm(c: OauthContext): Promise<Form> {
  return Object.fromEntries(new URLSearchParams(await c.req.text()))
}
