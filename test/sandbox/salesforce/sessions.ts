import { createHash } from 'node:crypto'
import type { OrgUser } from './org.ts'

/** Where a token came from: `api` = OAuth, `browser` = the API host's cookie, `page` = the Lightning host's cookie, no use for the API. */
export type SessionKind = 'api' | 'browser' | 'page'

export interface Session {
  token: string
  kind: SessionKind
  user: OrgUser
  scopes: readonly string[]
  expiresAt: number
}

export interface AuthorizationCode {
  user: OrgUser
  clientId: string
  redirectUri: string
  scopes: readonly string[]
  challenge: string
  expiresAt: number
}

export interface Sessions {
  open(kind: SessionKind, user: OrgUser, scopes: readonly string[], expiresAt: number): Session
  find(token: string, now: number): Session | undefined
  /** Ends sessions: one by token, or every one. Refresh tokens stay. */
  expire(token?: string): void
  issueCode(code: AuthorizationCode): string
  /** Takes a code: it works once. */
  takeCode(code: string): AuthorizationCode | undefined
  issueRefreshToken(grant: { user: OrgUser; clientId: string; scopes: readonly string[] }): string
  /** Takes a refresh token: rotation makes it work once. */
  takeRefreshToken(token: string): { user: OrgUser; clientId: string; scopes: readonly string[] } | undefined
  /** Revokes an access or refresh token; false when it is unknown. */
  revoke(token: string): boolean
  revokeRefreshTokens(): void
}

/** Keeps the tokens of one org. Access tokens begin with the 15-character org id and `!`, as the real ones. */
export function createSessions(orgId: string): Sessions {
  const sessions = new Map<string, Session>()
  const codes = new Map<string, AuthorizationCode>()
  const refreshTokens = new Map<string, { user: OrgUser; clientId: string; scopes: readonly string[] }>()
  let serial = 0
  const secret = (): string => createHash('sha256').update(`${orgId}${++serial}`).digest('base64url')

  return {
    open(kind, user, scopes, expiresAt) {
      const session = { token: `${orgId.slice(0, 15)}!${kind === 'api' ? 'AR' : 'AQ'}${secret()}`, kind, user, scopes, expiresAt }
      sessions.set(session.token, session)
      return session
    },
    find(token, now) {
      const session = sessions.get(token)
      return session !== undefined && session.expiresAt > now ? session : undefined
    },
    expire(token) {
      if (token === undefined) sessions.clear()
      else sessions.delete(token)
    },
    issueCode(code) {
      const text = `aPrx${secret()}`
      codes.set(text, code)
      return text
    },
    takeCode(code) {
      const found = codes.get(code)
      codes.delete(code)
      return found
    },
    issueRefreshToken(grant) {
      const token = `5Aep8${secret()}`
      refreshTokens.set(token, grant)
      return token
    },
    takeRefreshToken(token) {
      const found = refreshTokens.get(token)
      refreshTokens.delete(token)
      return found
    },
    revoke: (token) => sessions.delete(token) || refreshTokens.delete(token),
    revokeRefreshTokens: () => refreshTokens.clear(),
  }
}
