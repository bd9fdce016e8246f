import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Bench, createBench } from './salesforce-fixtures.ts'

const home = 'https://quayside.my.salesforce.com'
const clientId = '3MVG9.sandbox.leadside'
const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/salesforce'
const verifier = 'v'.repeat(64)
const challenge = createHash('sha256').update(verifier).digest('base64url')
const request = {
  response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope: 'api id refresh_token', state: 's1', code_challenge: challenge, code_challenge_method: 'S256',
}

let bench: Bench
beforeEach(() => {
  bench = createBench()
})

async function authorize(changes: Record<string, string | undefined> = {}, cookie = ''): Promise<Response> {
  const asked = Object.entries({ ...request, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return bench.sandbox.fetch(`${home}/services/oauth2/authorize?${new URLSearchParams(asked).toString()}`, { redirect: 'manual', headers: { cookie } })
}

async function token(form: Record<string, string>): Promise<{ status: number; body: Record<string, string> }> {
  const answer = await bench.sandbox.fetch(`${home}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams({ client_id: clientId, ...form }) })
  return { status: answer.status, body: (await answer.json()) as Record<string, string> }
}

async function redirectOf(answer: Response): Promise<Record<string, string>> {
  expect(answer.status).toBe(302)
  return Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams)
}

const exchange = (code: string, changes: Record<string, string> = {}): ReturnType<typeof token> =>
  token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier, ...changes })

describe('authorize', () => {
  it('redirects with a code and the state', async () => {
    const answer = await redirectOf(await authorize())
    expect(answer.state).toBe('s1')
    expect(answer.code).toMatch(/^aPrx/)
  })

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ code_challenge: undefined }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ code_challenge: 'short' }, 'invalid_request'],
  ])('sends the error back for %o', async (changes, error) => {
    expect(await redirectOf(await authorize(changes))).toMatchObject({ error, state: 's1' })
  })

  it.each([[{ client_id: 'nobody' }], [{ redirect_uri: 'https://evil.example/' }], [{ redirect_uri: 'http://x.chromiumapp.org/' }], [{ redirect_uri: 'https://chromiumapp.org.evil.example/' }]])(
    'never redirects for %o', async (changes) => {
      expect((await authorize(changes)).status).toBe(400)
    })

  it('says when the app is blocked, and lets the person deny', async () => {
    bench.org.set({ appBlocked: true })
    expect(await redirectOf(await authorize())).toMatchObject({ error: 'OAUTH_APP_BLOCKED' })
    bench.org.set({ appBlocked: false, autoApprove: false })
    const page = await (await authorize()).text()
    expect(page).toContain('Allow Access?')
    const deny = await bench.sandbox.fetch(`${home}/services/oauth2/authorize`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ ...request, answer: 'deny' }) })
    expect(await redirectOf(deny)).toMatchObject({ error: 'access_denied' })
    const allow = await bench.sandbox.fetch(`${home}/services/oauth2/authorize`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ ...request, answer: 'allow' }) })
    expect((await redirectOf(allow)).code).toBeDefined()
  })

  it("takes the browser's signed-in user", async () => {
    const { code = '' } = await redirectOf(await authorize({}, `sid=${bench.org.signIn('secondRep').token}`))
    const { body } = await exchange(code)
    expect(body.id).toContain(bench.org.user('secondRep').id)
  })
})

describe('token', () => {
  it('exchanges a code once, with the verifier it was made for', async () => {
    const { code = '' } = await redirectOf(await authorize())
    const { status, body } = await exchange(code)
    expect([status, body.instance_url, body.token_type, body.scope]).toEqual([200, home, 'Bearer', 'api id refresh_token'])
    expect((await bench.call('/limits', { token: body.access_token ?? '' })).status).toBe(200)
    expect((await exchange(code)).body.error).toBe('invalid_grant')
  })

  it.each([
    [{ code_verifier: 'wrong' }, 'invalid code verifier'],
    [{ redirect_uri: 'https://other.chromiumapp.org/' }, 'redirect_uri must match configuration'],
    [{ client_id: 'nobody' }, 'client identifier invalid'],
    [{ client_secret: 'x' }, 'invalid client credentials'],
    [{ grant_type: 'password' }, 'grant type not supported'],
  ])('refuses %o', async (changes, description) => {
    const { code = '' } = await redirectOf(await authorize())
    expect(await exchange(code, changes)).toMatchObject({ status: 400, body: { error_description: description } })
  })

  it('lets codes grow old', async () => {
    const { code = '' } = await redirectOf(await authorize())
    bench.pass(11 * 60_000)
    expect((await exchange(code)).body.error_description).toBe('expired authorization code')
  })

  it('gives no refresh token unless asked for', async () => {
    const { code = '' } = await redirectOf(await authorize({ scope: 'api id' }))
    expect((await exchange(code)).body.refresh_token).toBeUndefined()
  })

  it('rotates refresh tokens', async () => {
    const { code = '' } = await redirectOf(await authorize())
    const { refresh_token: first = '' } = (await exchange(code)).body
    const renewed = await token({ grant_type: 'refresh_token', refresh_token: first })
    expect(renewed.status).toBe(200)
    expect(renewed.body.refresh_token).not.toBe(first)
    expect((await token({ grant_type: 'refresh_token', refresh_token: first })).body).toEqual({ error: 'invalid_grant', error_description: 'expired access/refresh token' })
  })

  it('revokes', async () => {
    const { code = '' } = await redirectOf(await authorize())
    const { access_token: access = '', refresh_token: refresh = '' } = (await exchange(code)).body
    const revoke = (text: string): Promise<Response> => bench.sandbox.fetch(`${home}/services/oauth2/revoke`, { method: 'POST', body: new URLSearchParams({ token: text }) })
    expect([(await revoke(access)).status, (await revoke(refresh)).status, (await revoke(refresh)).status]).toEqual([200, 200, 400])
    expect((await bench.call('/limits', { token: access })).status).toBe(401)
  })
})

describe('userinfo', () => {
  it('names org and user', async () => {
    const { body } = await bench.call('/services/oauth2/userinfo')
    expect(body).toMatchObject({ organization_id: bench.org.plan.id, user_id: bench.org.user('rep').id, name: 'Dana Okafor', email: 'dana.okafor@quayside.example' })
  })

  it('refuses unknown tokens with a bare 403', async () => {
    expect(await bench.call('/services/oauth2/userinfo', { token: 'nonsense' })).toMatchObject({ status: 403, body: 'Bad_OAuth_Token' })
  })
})
