import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface Account { sub: string; email?: string; email_verified?: boolean; name?: string; groups?: string[] }

/** An OpenID provider of a company, on this machine: whoever comes is signed in as `account` without being asked. */
export async function startProvider({ clientId, redirectUri }: { clientId: string; redirectUri: string }) {
  let account: Account = { sub: 'nobody' }
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, token_endpoint_auth_method: 'none', redirect_uris: [redirectUri], grant_types: ['authorization_code'], response_types: ['code'] }],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    findAccount: (_, accountId) => ({ accountId, claims: () => Promise.resolve({ ...account, sub: accountId }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['of this test'] },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId, accountId: ctx.oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void provider.interactionFinished(request, response, { login: { accountId: account.sub } })
    else void answer(request, response)
  })
  return {
    issuer,
    signInAs(next: Account) { account = next },
    /** What the browser's sign-in window does. @returns where it ends up */
    async visit(url: string): Promise<URL> {
      const jar = new Map<string, string>()
      for (let next = url; ;) {
        const reply = await fetch(next, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
        for (const cookie of reply.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
          jar.set(name, value)
        }
        const location = reply.headers.get('location')
        if (location === null) throw new Error(`${reply.status} ${await reply.text()}`)
        const target = new URL(location, next)
        if (target.href.startsWith(redirectUri)) return target
        next = target.href
      }
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
