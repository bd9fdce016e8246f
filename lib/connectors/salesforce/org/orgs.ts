import { AppError } from '@/lib/domain/errors'
import type { SalesforceDeps } from '../../ports'
import { createOrg, type Org } from './org'

export interface Orgs {
  /**
   * The org as the signed-in user sees it.
   * @throws AppError `not-connected`, `wrong-org` for a sign-in that belongs to another API host
   */
  expect(host: string): Promise<Org>
}

/** Keeps one client per org and user, for the rate limits and failures it remembers. */
export function createOrgs(deps: SalesforceDeps): Orgs {
  const open = new Map<string, Org>()
  return {
    async expect(host) {
      const token = await deps.vault.get(`salesforce:${host}`)
      if (!token) throw new AppError('not-connected')
      if (token.apiOrigin !== `https://${host}`) throw new AppError('wrong-org', { detail: token.apiOrigin })
      const key = `${host}:${token.userId}:${token.mode}`
      const org = open.get(key) ?? createOrg(deps, host, token)
      open.set(key, org)
      return org
    },
  }
}
