import { role, type Role } from '@/lib/hub-client/contract'
import type { OidcProvider } from '../deps'
import type { IdClaims } from './provider'

/** The address, in lower case, where the provider vouches for it or the owner said that it always does. */
export function addressOf({ trustEmail }: Pick<OidcProvider, 'trustEmail'>, { email, email_verified }: IdClaims): string | undefined {
  const vouched = trustEmail || email_verified === true || email_verified === 'true'
  return vouched && email?.includes('@') ? email.trim().toLowerCase() : undefined
}

/** The most of what the groups give; `undefined` where none of them is named. */
export function roleOf({ groupsClaim, roles }: Pick<OidcProvider, 'groupsClaim' | 'roles'>, claims: IdClaims): Role | undefined {
  const groups = [claims[groupsClaim]].flat().filter((group) => typeof group === 'string')
  const given = groups.flatMap((group) => roles.get(group) ?? [])
  return role.options.find((one) => given.includes(one))
}
