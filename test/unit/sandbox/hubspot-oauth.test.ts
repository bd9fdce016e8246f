import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { hubApp, naPortalId, staticTokens } from '../../sandbox/hubspot/index.ts'
import { at, createKit, type Answer, type HubspotKit } from './hubspot-kit.ts'

const redirectUri = 'https://hub.example/hubspot/callback'
const verifier = 'a-verifier-of-forty-three-characters-or-more-0'
const challenge = createHash('sha256').update(verifier).digest('base64url')
const client = { client_id: hubApp.clientId, client_secret: hubApp.clientSecret }
const scope = 'oauth crm.objects.contacts.read'

describe('HubSpot OAuth', () => {
  let kit: HubspotKit
  beforeEach(() => {
    kit = createKit()
  })
  const post = (path: string, form: Record<string, string>): Promise<Answer> =>
    kit.page(`https://api.hubapi.com${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    })
  const consentQuery = (more: Record<string, string> = {}): string =>
    new URLSearchParams({
      client_id: hubApp.clientId,
      redirect_uri: redirectUri,
      scope,
      state: 's1',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...more,
    }).toString()
  const connect = async (): Promise<string> => {
    const form = new FormData()
    form.set('portal', String(naPortalId))
    const answer = await kit.page(`https://app.hubspot.com/oauth/authorize?${consentQuery()}`, { method: 'POST', body: form })
    const target = new URL(answer.headers.get('location') ?? '')
    expect(target.searchParams.get('state')).toBe('s1')
    return target.searchParams.get('code') ?? ''
  }
  const exchange = (code: string, more: Record<string, string> = {}): Promise<Answer> =>
    post('/oauth/2026-09/token', { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier, ...client, ...more })

  it('connects, calls, expires and refreshes', async () => {
    const tokens = await exchange(await connect())
    expect(tokens.body).toMatchObject({ token_type: 'bearer', expires_in: 1800, hub_id: naPortalId, scopes: scope.split(' ') })
    const read = await kit.get('/crm/objects/2026-09/contacts/70301', String(at(tokens.body, 'access_token')))
    expect(read.status).toBe(200)
    expect(read.headers.get('x-hubspot-ratelimit-max')).toBe('110')
    expect(read.headers.get('x-hubspot-ratelimit-daily')).toBeNull()
    kit.wait(1_800_000 + 240_000)
    const late = await kit.get('/crm/objects/2026-09/contacts/70301', String(at(tokens.body, 'access_token')))
    expect(late.status).toBe(401)
    expect(late.body).toMatchObject({
      category: 'EXPIRED_AUTHENTICATION',
      message: 'The OAuth token used to make this call expired 4 minute(s) ago.',
    })
    const renewed = await post('/oauth/v3/token', { grant_type: 'refresh_token', refresh_token: String(at(tokens.body, 'refresh_token')), ...client })
    expect((await kit.get('/crm/objects/2026-09/contacts/70301', String(at(renewed.body, 'access_token')))).status).toBe(200)
  })

  it.each([
    ['an unknown client', { client_id: 'x' }, 'BAD_CLIENT_ID', 'invalid_client'],
    ['a wrong secret', { client_secret: 'x' }, 'BAD_CLIENT_SECRET', 'invalid_client'],
    ['no secret, PKCE or not', { client_secret: '' }, 'BAD_CLIENT_SECRET', 'invalid_client'],
    ['a wrong verifier', { code_verifier: 'x' }, 'BAD_CODE_VERIFIER', 'invalid_grant'],
    ['another redirect address', { redirect_uri: 'https://hub.example/other' }, 'BAD_REDIRECT_URI', 'invalid_grant'],
    ['a made-up code', { code: 'na1-x' }, 'BAD_AUTH_CODE', 'invalid_grant'],
    ['a grant nobody knows', { grant_type: 'password' }, 'BAD_GRANT_TYPE', 'unsupported_grant_type'],
  ])('refuses %s', async (_, more, status, error) => {
    const refused = await exchange(await connect(), more)
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({ status, error })
  })

  it('takes a code once, and not after ten minutes', async () => {
    const code = await connect()
    expect((await exchange(code)).status).toBe(200)
    expect((await exchange(code)).body).toMatchObject({ status: 'BAD_AUTH_CODE' })
    const old = await connect()
    kit.wait(600_001)
    expect((await exchange(old)).body).toMatchObject({ status: 'BAD_AUTH_CODE' })
  })

  it('ends a revoked refresh token but not the access token already issued', async () => {
    const { body } = await exchange(await connect())
    const refreshToken = String(at(body, 'refresh_token'))
    expect((await post('/oauth/2026-09/token/revoke', { token: refreshToken, ...client })).status).toBe(200)
    expect((await post('/oauth/2026-09/token', { grant_type: 'refresh_token', refresh_token: refreshToken, ...client })).body).toMatchObject({
      status: 'BAD_REFRESH_TOKEN',
      error: 'invalid_grant',
    })
    expect((await kit.get('/account-info/2026-09/details', String(at(body, 'access_token')))).status).toBe(200)
    expect((await post('/oauth/2026-09/token/introspect', { token: refreshToken, ...client })).body).toEqual({ active: false })
  })

  it('answers BAD_HUB once the app is uninstalled', async () => {
    const { body } = await exchange(await connect())
    expect((await kit.call('DELETE', '/appinstalls/2026-09/external-install', undefined, String(at(body, 'access_token')))).status).toBe(204)
    expect(
      (await post('/oauth/2026-09/token', { grant_type: 'refresh_token', refresh_token: String(at(body, 'refresh_token')), ...client })).body,
    ).toMatchObject({ status: 'BAD_HUB' })
  })

  it('introspects both kinds of token', async () => {
    const { body } = await exchange(await connect())
    const access = await post('/oauth/2026-09/token/introspect', {
      token: String(at(body, 'access_token')),
      token_type_hint: 'access_token',
      ...client,
    })
    expect(access.body).toMatchObject({
      active: true,
      token_use: 'access_token',
      hub_id: naPortalId,
      user: 'robin.hale@quayside.example',
      signed_access_token: { isUserLevel: false, hublet: 'na1' },
    })
    const refresh = await post('/oauth/2026-09/token/introspect', { token: String(at(body, 'refresh_token')), ...client })
    expect(refresh.body).toMatchObject({ active: true, token_use: 'refresh_token' })
  })

  it.each([
    ['an unknown client', { client_id: 'x' }, "doesn't exist"],
    ['a redirect address not registered', { redirect_uri: 'https://evil.example/' }, 'redirect URL'],
    ['plain http away from this machine', { redirect_uri: 'http://hub.example/hubspot/callback' }, 'redirect URL'],
    ['a scope the app does not have', { scope: 'oauth tickets' }, 'scope mismatch'],
  ])('shows no consent for %s', async (_, more, text) => {
    const shown = await kit.page(`https://app.hubspot.com/oauth/authorize?${consentQuery(more)}`)
    expect(shown.status).toBe(400)
    expect(shown.body).toContain(text.replace("'", '&#39;'))
  })

  it('tells what a static token may do', async () => {
    const info = await kit.call('POST', '/oauth/v2/private-apps/get/access-token-info', { tokenKey: staticTokens.readOnly })
    expect(info.body).toEqual({ userId: 5_550_123, hubId: naPortalId, appId: 2_011_411, scopes: ['crm.objects.contacts.read'] })
    expect((await kit.call('POST', '/oauth/v2/private-apps/get/access-token-info', { tokenKey: 'x' }, '')).status).toBe(401)
  })

  it('refuses a token once it is revoked by switch', async () => {
    kit.hubspot.configure({ revokedTokens: [staticTokens.privateApp] })
    expect((await kit.get('/account-info/2026-09/details')).status).toBe(401)
  })
})
