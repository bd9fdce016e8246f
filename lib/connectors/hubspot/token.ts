import { AppError, type ErrorKind } from '@/lib/domain/errors'
import { createHubspotClient, type HubspotClient } from './client'
import type { HubspotDeps } from './deps'
import { readPortal, rememberPortal } from './portal'
import { tokenFacts } from './wire/account'

/** What a static token opens, as HubSpot itself says. */
export interface CheckedToken {
  /** The portal it is bound to. */
  org: string
  /** Host of the portal's pages. */
  uiDomain: string
  /** Who made the token: the API acts as that user, whoever uses it. Empty where HubSpot does not say. */
  userId: string
  scopes: string[]
}

/** HubSpot describes private-app tokens; whether it describes service keys is not documented. */
const notDescribed: ReadonlySet<ErrorKind> = new Set(['invalid', 'forbidden', 'not-found', 'conflict', 'version-retired'])

/** What can stand in a header; HubSpot documents no length, theirs are far shorter. */
const tokenForm = /^[\x21-\x7e]{8,600}$/

/**
 * Asks HubSpot which portal a token opens before it is kept. The token goes nowhere but to HubSpot.
 * @throws AppError `invalid` for what is no token, `signed-out` for one HubSpot does not know, `wrong-org` where its two answers disagree
 */
export async function checkToken(deps: HubspotDeps, token: string): Promise<CheckedToken> {
  if (!tokenForm.test(token)) throw new AppError('invalid', { detail: 'token' })
  const client = createHubspotClient(deps, 'unchecked', () => Promise.resolve(token))
  const portal = await readPortal(client)
  const facts = await readTokenFacts(client, token)
  if (facts && facts.hubId !== portal.portalId) throw new AppError('wrong-org', { detail: facts.hubId })
  await rememberPortal(deps.cache, portal)
  return { org: portal.portalId, uiDomain: portal.uiDomain, userId: facts?.userId ?? '', scopes: facts?.scopes ?? [] }
}

/** Scopes and maker of a static token; `undefined` where HubSpot does not describe this kind of token. */
export async function readTokenFacts(client: HubspotClient, token: string): Promise<{ hubId: string; userId?: string | undefined; scopes: string[] } | undefined> {
  try {
    return await client.send({
      path: '/oauth/v2/private-apps/get/access-token-info', method: 'POST', json: { tokenKey: token }, repeatable: true, schema: tokenFacts,
    })
  } catch (error) {
    if (error instanceof AppError && notDescribed.has(error.kind)) return undefined
    throw error
  }
}
