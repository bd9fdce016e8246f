import type { SignIn } from '@/lib/app/connections'
import { pendingSignIn } from '@/lib/connectors/salesforce/oauth/sign-in'
import { AppError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/person'
import type { SessionArea } from '@/lib/domain/store-ports'
import type { SignIns } from '@/lib/domain/token-vault'
import type { Policy } from '@/lib/domain/settings'
import { redirectUrl, signInAt } from '@/lib/platform/identity'
import type { Adapters } from './adapters'
import { createHubspotSignIn } from './sign-in-hubspot'

export interface SignInParts {
  adapters: Adapters
  vault: SignIns
  session: SessionArea
  policy(): Promise<Policy>
  /** Page hosts by org key. */
  hosts: { set(key: string, host: string): Promise<void> }
  owners: { get(org: string): Promise<Actor | undefined>; set(org: string, owner: Actor | undefined): Promise<void> }
}

const pendingKey = 'sign-in'

/** Joins the CRMs' sign-in with the browser's window for it; the verifier waits in session storage. */
export function createSignIn(parts: SignInParts): SignIn {
  const { adapters: { salesforceSignIn }, session, policy } = parts
  const hubspot = createHubspotSignIn(parts)
  return {
    async salesforceOauth(org, clientId) {
      const { url, pending } = await salesforceSignIn.begin(org, clientId, redirectUrl())
      await session.set(pendingKey, pending)
      const redirected = await signInAt(url)
      const kept = pendingSignIn.safeParse(await session.get(pendingKey))
      await session.remove([pendingKey])
      if (!kept.success) throw new AppError('cancelled')
      const { allowedOrgs } = await policy()
      await salesforceSignIn.complete(kept.data, redirected, (found) => !allowedOrgs || allowedOrgs.includes(found))
    },
    salesforceSession: async (org) => void (await salesforceSignIn.useSession(org)),
    ...hubspot,
    signOut: (crm, org) => (crm === 'salesforce' ? salesforceSignIn.disconnect(org) : hubspot.hubspotForget(org)),
  }
}
