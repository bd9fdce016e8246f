import { createHash } from 'node:crypto'
import { hex } from '../format.ts'
import type { Token } from '../api/tokens.ts'
import type { Portal } from '../model/portal.ts'
import { signedInOwner } from '../model/portal.ts'
import { hubApp, type OauthApp } from './apps.ts'

const accessMs = 1_800_000
const codeMs = 600_000

/** A consent somebody gave on HubSpot's page, waiting to be exchanged. */
export interface Grant {
  clientId: string
  portal: Portal
  redirectUri: string
  scopes: readonly string[]
  codeChallenge?: string | undefined
  codeChallengeMethod?: string | undefined
}

export interface Refresh {
  value: string
  clientId: string
  portal: Portal
  scopes: readonly string[]
}

export interface IssuedTokens {
  access: Token
  refresh: Refresh
}

/** Codes and tokens of the OAuth flow. Access tokens it issues join `tokens`. */
export interface OauthStore {
  app(clientId: string): OauthApp | undefined
  /** The code a consent gives; used once, within ten minutes. */
  grant(grant: Grant, now: number): string
  /** Takes a code; undefined for one that is unknown, used or old. */
  redeem(code: string, now: number): Grant | undefined
  issue(grant: Pick<Grant, 'clientId' | 'portal' | 'scopes'>, now: number, refresh?: Refresh): IssuedTokens
  refresh(value: string): Refresh | undefined
  /** Whether the refresh token's account has thrown the app out. */
  uninstalled(refresh: Refresh): boolean
  revoke(refreshToken: string): void
  uninstall(portal: Portal): void
  reset(): void
}

export function createOauthStore(tokens: Map<string, Token>): OauthStore {
  const codes = new Map<string, { grant: Grant; until: number }>()
  const refreshes = new Map<string, Refresh>()
  const gone = new Set<Portal>()
  let issued = 0

  return {
    app: (clientId) => (clientId === hubApp.clientId ? hubApp : undefined),
    grant(grant, now) {
      const code = `${grant.portal.hublet}-${serial('c0de', ++issued)}`
      codes.set(code, { grant, until: now + codeMs })
      gone.delete(grant.portal)
      return code
    },
    redeem(code, now) {
      const known = codes.get(code)
      codes.delete(code)
      return known === undefined || known.until <= now ? undefined : known.grant
    },
    issue({ clientId, portal, scopes }, now, kept) {
      issued += 1
      const refresh = kept ?? { value: `${portal.hublet}-${serial('4ef4', issued)}`, clientId, portal, scopes }
      refreshes.set(refresh.value, refresh)
      const access: Token = {
        value: `CSANDBOX${Buffer.from(`access token ${issued} of portal ${portal.id}, good for nothing outside the sandbox `.repeat(3)).toString('base64url')}`,
        portalId: portal.id,
        appId: hubApp.appId,
        appName: hubApp.name,
        userId: signedInOwner(portal).userId,
        scopes,
        kind: 'oauth',
        expiresAt: now + accessMs,
      }
      tokens.set(access.value, access)
      return { access, refresh }
    },
    refresh: (value) => refreshes.get(value),
    uninstalled: ({ portal }) => gone.has(portal),
    // An access token already issued lives on until its half hour is over.
    revoke: (value) => void refreshes.delete(value),
    uninstall(portal) {
      gone.add(portal)
      for (const [value, token] of tokens) if (token.kind === 'oauth' && token.portalId === portal.id) tokens.delete(value)
    },
    reset() {
      codes.clear()
      refreshes.clear()
      gone.clear()
      issued = 0
    },
  }
}

/** Whether a PKCE verifier belongs to the challenge given at consent. */
export function verifierFits(grant: Grant, verifier: string | undefined): boolean {
  if (grant.codeChallenge === undefined) return true
  if (verifier === undefined) return false
  const hashed = grant.codeChallengeMethod === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier
  return hashed === grant.codeChallenge
}

function serial(mark: string, number: number): string {
  return `${mark}0000-0000-4000-8000-${hex(number, 12)}`
}
