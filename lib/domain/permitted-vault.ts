import { AppError } from './errors'
import type { Policy } from './settings'
import type { StoredToken, TokenVault } from './token-vault'

/**
 * The vault as connectors see it: a policy set after a sign-in counts as one set before it, so nothing is read or written with
 * what may no longer be used. `get` throws AppError `policy`.
 */
export function permittedVault(vault: TokenVault, policy: () => Promise<Policy>): TokenVault {
  return {
    ...vault,
    async get(org, userId) {
      const token = await vault.get(org, userId)
      if (token && !permits(await policy(), org, token.mode)) throw new AppError('policy', { detail: org.slice(org.indexOf(':') + 1) })
      return token
    },
  }
}

function permits({ allowedOrgs, allowBrowserSession, allowStaticToken }: Policy, org: string, mode: StoredToken['mode']): boolean {
  if (mode === 'session' && allowBrowserSession === false) return false
  if (mode === 'token' && allowStaticToken === false) return false
  return !allowedOrgs || allowedOrgs.includes(org.slice(org.indexOf(':') + 1))
}
