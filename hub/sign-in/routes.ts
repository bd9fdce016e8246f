import { sql } from 'kysely'
import { AppError } from '@/lib/domain/errors'
import { joined, signInFinish, signInStart, signInStarted } from '@/lib/hub-client/contract'
import { firstRow } from '../db/database'
import { asHub } from '../db/scope'
import type { HubDeps } from '../deps'
import { countTry } from '../http/rate'
import { openReachingRoute, type Route } from '../http/route'
import { openSession } from '../people/sessions'
import { writeAudit } from '../privacy/audit'
import { digest, secretText } from '../secrets/digest'
import { admit } from './admit'
import type { Provider } from './provider'

const triesAMinute = 20
const stateBytes = 32
const stateMs = 600_000
const scope = 'openid email profile'

export const signInRoutes: readonly Route[] = [
  openReachingRoute({
    method: 'POST', path: '/sign-in/start', summary: 'Begin to join with the company\'s sign-in: where to go', body: signInStart, answer: signInStarted,
    before: ({ deps }, { tag }) => countTry(deps, `sign-in:${tag}`, triesAMinute),
    async reach({ deps, body }) {
      const { provider, clientId } = expectProvider(deps)
      const url = new URL(await provider.authorizationEndpoint())
      const [state, nonce] = [secretText(deps.random, stateBytes), secretText(deps.random, stateBytes)]
      await asHub(deps.db, async (tx) => {
        await sql`delete from sign_in where expires_at <= ${deps.now()}`.execute(tx)
        await sql`insert into sign_in (hash, device, nonce, redirect_uri, expires_at) values (${digest(state)}, ${body.device}, ${nonce}, ${body.redirectUri}, ${deps.now() + stateMs})`.execute(tx)
      })
      const query = { response_type: 'code', client_id: clientId, redirect_uri: body.redirectUri, scope, state, nonce, code_challenge: body.codeChallenge, code_challenge_method: 'S256' }
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      return { body: { url: url.href, state } }
    },
  }),
  openReachingRoute({
    method: 'POST', path: '/sign-in/finish', summary: 'Join with what the company\'s sign-in gave', body: signInFinish, answer: joined,
    before: ({ deps }, { tag }) => countTry(deps, `sign-in:${tag}`, triesAMinute),
    async reach({ deps, body }) {
      const { provider, oidc } = expectProvider(deps)
      // Deleting it is using it: of two that come with the same state one finds it.
      const begun = await firstRow(deps.db, sql<{ nonce: string; redirect_uri: string }>`delete from sign_in
        where hash = ${digest(body.state)} and device = ${body.device} and expires_at > ${deps.now()} returning nonce, redirect_uri`)
      if (!begun) throw new AppError('not-found', { detail: 'state' })
      const claims = await provider.redeem({ code: body.code, verifier: body.verifier, redirectUri: begun.redirect_uri, nonce: begun.nonce })
      return { body: await asHub(deps.db, async (tx) => {
        const person = await admit(tx, deps, oidc, claims)
        const { id, token } = await openSession(tx, deps, person.id, body.deviceName ?? '')
        await writeAudit(tx, { at: deps.now(), personId: person.id, act: 'signed-in' })
        return { token, sessionId: id, person }
      }) }
    },
  }),
]

function expectProvider({ config, signIn }: HubDeps): { provider: Provider; oidc: NonNullable<HubDeps['config']['oidc']>; clientId: string } {
  if (!config.oidc || !signIn) throw new AppError('not-set-up', { detail: 'LEADSIDE_OIDC_ISSUER' })
  return { provider: signIn, oidc: config.oidc, clientId: config.oidc.clientId }
}
