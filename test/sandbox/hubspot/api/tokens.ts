import { stamp } from '../format.ts'
import { expired, notAuthenticated } from '../errors.ts'
import type { Switches } from '../switches.ts'

export interface Token {
  value: string
  portalId: number
  appId: number
  appName: string
  userId: number
  scopes: readonly string[]
  kind: 'private-app' | 'service-key' | 'oauth'
  /** Epoch milliseconds; OAuth tokens only. */
  expiresAt?: number | undefined
}

/** The token a request bears, checked as HubSpot does. Throws 401. */
export function authenticate(request: Request, tokens: ReadonlyMap<string, Token>, switches: Switches, now: number): Token {
  const [, value] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  const token = value === undefined ? undefined : tokens.get(value)
  if (token === undefined || switches.revokedTokens.includes(token.value)) throw notAuthenticated()
  if (token.expiresAt !== undefined && token.expiresAt <= now) throw expired(token.expiresAt, now, stamp(token.expiresAt))
  const scopes = switches.scopes[token.value]
  return scopes === undefined ? token : { ...token, scopes }
}
