import type { Role } from '@/lib/hub-client/contract'
import type { Db } from './db/database'
import type { Log } from './log'
import type { Sealer } from './secrets/seal'
import type { Provider } from './sign-in/provider'

export interface HubDeps {
  db: Db
  log: Log
  /** Epoch milliseconds. */
  now(): number
  /** Random bytes fit for secrets. */
  random(count: number): Uint8Array
  config: HubConfig
  sealer: Sealer
  /** Where `config.oidc` is. */
  signIn?: Provider | undefined
  /** How the hub reaches HubSpot and a company's sign-in; nothing else is ever asked. */
  fetch: typeof fetch
  /** Does something after the answer went out; failures are logged. Closing the hub waits for it. */
  later(task: () => Promise<void>): void
}

export interface HubConfig {
  /** The hub's own address, without a slash at the end. */
  url: string
  /** Where prospects open links; may be the hub's own. */
  linksUrl: string
  /** Behind a proxy the visitor's address is the last of `x-forwarded-for`. */
  proxied: boolean
  /** The app registered at HubSpot, for the OAuth flow. */
  hubspot?: HubspotApp | undefined
  /** The company's own sign-in. */
  oidc?: OidcProvider | undefined
}

export interface OidcProvider {
  issuer: string
  clientId: string
  clientSecret: string | undefined
  /** Whose people may join without an invite, and as what. */
  domains: readonly string[]
  role: Role
  /** Claim that names the groups, and the roles they give. */
  groupsClaim: string
  roles: ReadonlyMap<string, Role>
  /** This provider says nothing of verified addresses, and all of its addresses are. */
  trustEmail: boolean
}

export interface HubspotApp {
  clientId: string
  clientSecret: string
  /** Asked for, and granted or refused together. */
  scopes: readonly string[]
  optionalScopes: readonly string[]
}

/** Whether prospects can open an address: one of this machine they cannot. */
export function isPublic(url: string): boolean {
  return !/^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(new URL(url).hostname)
}
