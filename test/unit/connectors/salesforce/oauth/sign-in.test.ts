import { describe, expect, it } from 'vitest'
import { authorizeUrl, expectCode } from '@/lib/connectors/salesforce/oauth/authorize'
import { challengeOf, createPkce } from '@/lib/connectors/salesforce/oauth/pkce'
import { createSalesforceSignIn } from '@/lib/connectors/salesforce/oauth/sign-in'
import { clientId, harness, host, leadRef, origin } from '../sandbox-harness'

const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/salesforce'
const anyOrg = () => true

/** What the browser's sign-in window does: opens the address and hands back where it was redirected to. */
async function visit(h: ReturnType<typeof harness>, url: string): Promise<string> {
  const answer = await h.sandbox.fetch(url, { redirect: 'manual' })
  return answer.headers.get('location') ?? ''
}
async function signIn(h: ReturnType<typeof harness>, from = host) {
  const flow = createSalesforceSignIn(h.deps)
  const { url, pending } = await flow.begin(from, clientId, redirectUri)
  return flow.complete(pending, await visit(h, url), anyOrg)
}

describe('PKCE', () => {
  it('S40 makes the challenge of RFC 7636, appendix B', async () => {
    expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
  })

  it('S40 makes a new verifier of 43 characters each time', async () => {
    const [one, two] = await Promise.all([createPkce(), createPkce()])
    expect(one.verifier).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(one.verifier).not.toBe(two.verifier)
  })
})

describe('the redirect', () => {
  const ok = `${redirectUri}?code=aPrx1&state=s1`
  it('S40 gives its code to the one who holds the state', () => {
    expect(expectCode(ok, redirectUri, 's1')).toBe('aPrx1')
  })

  it.each([
    ['another state', ok, 's2', 'untrusted'],
    ['no state', `${redirectUri}?code=aPrx1`, 's1', 'untrusted'],
    ['another host', ok.replace('chromiumapp.org', 'evil.example'), 's1', 'untrusted'],
    ['another path', ok.replace('/salesforce', '/other'), 's1', 'untrusted'],
    ['nonsense', 'not an address', 's1', 'untrusted'],
    ['a refusal by the person', `${redirectUri}?error=access_denied&state=s1`, 's1', 'cancelled'],
    ['an app the org blocks', `${redirectUri}?error=OAUTH_APP_BLOCKED&state=s1`, 's1', 'policy'],
    ['a callback that is not registered', `${redirectUri}?error=redirect_uri_mismatch&state=s1`, 's1', 'not-set-up'],
    ['an error nobody knows', `${redirectUri}?error=new_one&state=s1`, 's1', 'not-set-up'],
    ['no code', `${redirectUri}?state=s1`, 's1', 'bad-reply'],
  ])('S40 with %s ends as it should', (_name, address, state, kind) => {
    expect(() => expectCode(address, redirectUri, state)).toThrow(kind)
  })

  it('S40 is asked for without a secret', () => {
    const url = new URL(authorizeUrl({ origin, clientId, redirectUri, scopes: ['api', 'id'], state: 's', challenge: 'c' }))
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope: 'api id', state: 's', code_challenge: 'c', code_challenge_method: 'S256',
    })
  })
})

describe('signing in', () => {
  it('keeps a sign-in of org and user', async () => {
    const h = harness()
    expect(await signIn(h)).toEqual({ org: host, actor: { id: h.org.user('rep').id, name: 'Dana Okafor', email: 'dana.okafor@quayside.example', verified: true } })
    expect(await h.vault.get(h.orgKey)).toMatchObject({ userId: h.org.user('rep').id, apiOrigin: origin, clientId, mode: 'oauth', scopes: ['api', 'id', 'refresh_token'], refreshToken: expect.any(String) })
    await h.connector.open(leadRef('rachel-goldberg'))
    expect(h.sandbox.log.entries.some((entry) => entry.body.includes('client_secret'))).toBe(false)
  })

  it('finds the org from the general sign-in page', async () => {
    const h = harness()
    expect((await signIn(h, 'login.salesforce.com')).org).toBe(host)
  })

  it('refuses an org that is not the one asked for, and keeps nothing', async () => {
    const h = harness()
    const flow = createSalesforceSignIn(h.deps)
    const { url, pending } = await flow.begin('login.salesforce.com', clientId, redirectUri)
    const done = flow.complete({ ...pending, org: 'other.my.salesforce.com' }, await visit(h, url), anyOrg)
    await expect(done).rejects.toMatchObject({ kind: 'wrong-org', detail: host })
    expect(await h.vault.get(h.orgKey)).toBeUndefined()
  })

  it('keeps nothing of an org policy forbids', async () => {
    const h = harness()
    const flow = createSalesforceSignIn(h.deps)
    const { url, pending } = await flow.begin(host, clientId, redirectUri)
    await expect(flow.complete(pending, await visit(h, url), () => false)).rejects.toMatchObject({ kind: 'policy', detail: host })
    expect(await h.vault.get(h.orgKey)).toBeUndefined()
  })

  it('S40 redeems a code only with its verifier', async () => {
    const h = harness()
    const flow = createSalesforceSignIn(h.deps)
    const { url, pending } = await flow.begin(host, clientId, redirectUri)
    const done = flow.complete({ ...pending, verifier: 'x'.repeat(43) }, await visit(h, url), anyOrg)
    await expect(done).rejects.toMatchObject({ kind: 'signed-out', detail: 'invalid_grant' })
  })

  it.each(['evil.example', 'salesforce.com.evil.example', 'evilsalesforce.com', 'quayside.lightning.force.com'])('S42 opens no sign-in at %s', async (bad) => {
    await expect(createSalesforceSignIn(harness().deps).begin(bad, clientId, redirectUri)).rejects.toMatchObject({ kind: 'untrusted' })
  })

  it('says that an app is needed first', async () => {
    await expect(createSalesforceSignIn(harness().deps).begin(host, '', redirectUri)).rejects.toMatchObject({ kind: 'not-set-up' })
  })

  it('forgets here and at Salesforce', async () => {
    const h = harness()
    await signIn(h)
    const token = await h.vault.get(h.orgKey)
    await createSalesforceSignIn(h.deps).disconnect(host)
    expect(await h.vault.get(h.orgKey)).toBeUndefined()
    expect(h.org.sessions.takeRefreshToken(token?.refreshToken ?? '')).toBeUndefined()
  })

  it('forgets here although Salesforce cannot be reached', async () => {
    const h = harness()
    await signIn(h)
    h.sandbox.faults.add({ effect: { kind: 'reset-before' } })
    await createSalesforceSignIn(h.deps).disconnect(host)
    expect(await h.vault.get(h.orgKey)).toBeUndefined()
  })
})

describe('renewing', () => {
  const tokenCalls = (h: ReturnType<typeof harness>) => h.sandbox.log.count({ path: '/services/oauth2/token' })

  it('F21 S44 asks once for five records, and keeps the rotated token', async () => {
    const h = harness()
    await h.signIn()
    await h.connector.open(leadRef('noah-fischer'))
    const before = await h.vault.get(h.orgKey)
    h.org.sessions.expire()
    await Promise.all(['rachel-goldberg', 'noah-fischer', 'sven-nordqvist', 'jordan-reyes', 'quote-in-name'].map((key) => h.connector.open(leadRef(key))))
    expect(tokenCalls(h)).toBe(1)
    const after = await h.vault.get(h.orgKey)
    expect(after?.refreshToken).not.toBe(before?.refreshToken)
    h.org.sessions.expire()
    await h.revived().open(leadRef('rachel-goldberg'))
    expect(tokenCalls(h)).toBe(2)
  })

  it('renews before use where only the refresh token outlived the browser', async () => {
    const h = harness()
    await h.signIn('rep', { accessToken: '' })
    await h.connector.open(leadRef('rachel-goldberg'))
    expect(tokenCalls(h)).toBe(1)
  })

  it('F22 tries a revoked refresh token once and never again', async () => {
    const h = harness()
    await h.signIn()
    h.org.sessions.expire()
    h.org.sessions.revokeRefreshTokens()
    for (let tries = 0; tries < 5; tries += 1) await expect(h.revived().open(leadRef('rachel-goldberg'))).rejects.toMatchObject({ kind: 'signed-out' })
    expect(tokenCalls(h)).toBe(1)
    expect(await h.vault.get(h.orgKey)).toMatchObject({ userId: h.org.user('rep').id, refreshToken: undefined })
  })

  it('F18 does not sign anybody out because the network is away', async () => {
    const h = harness()
    await h.signIn()
    await h.connector.open(leadRef('noah-fischer'))
    h.org.sessions.expire()
    h.sandbox.faults.add({ effect: { kind: 'reset-before' }, path: '/services/oauth2/token' })
    await expect(h.connector.open(leadRef('rachel-goldberg'))).rejects.toMatchObject({ kind: 'offline' })
    h.sandbox.faults.clear()
    h.pass(60_000)
    await h.connector.open(leadRef('rachel-goldberg'))
  })
})
