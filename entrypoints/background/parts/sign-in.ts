import type { SignIn } from '@/lib/app/connections'
import { pendingSignIn } from '@/lib/connectors/salesforce/oauth/sign-in'
import { AppError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/person'
import { orgKey } from '@/lib/domain/record-ref'
import type { SessionArea } from '@/lib/domain/store-ports'
import type { SignIns } from '@/lib/domain/token-vault'
import type { Policy } from '@/lib/domain/settings'
import { redirectUrl, signInAt } from '@/lib/platform/identity'
import type { Adapters } from './adapters'

interface SignInParts {
  adapters: Adapters
  vault: SignIns
  session: SessionArea
  policy(): Promise<Policy>
  /** Page hosts by org key. */
  hosts: { set(key: string, host: string): Promise<void> }
  owners: { get(org: string): Promise<Actor | undefined>; set(org: string, owner: Actor | undefined): Promise<void> }
}

const pendingKey = 'sign-in'
const hubspotOrigin = 'https://api.hubapi.com'

/** Joins the CRMs' sign-in with the browser's window for it; the verifier waits in session storage. */
export function createSignIn({ adapters, vault, session, policy, owners, hosts }: SignInParts): SignIn {
  const { salesforceSignIn, hubspotAdmin } = adapters
  const hubspotKey = (org: string) => orgKey({ crm: 'hubspot', org })
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
    async hubspotToken(token, expectAllowed) {
      const checked = await hubspotAdmin.checkToken(token)
      await expectAllowed(checked.org)
      const people = await hubspotAdmin.ownersSeenBy(token)
      await vault.set(hubspotKey(checked.org), { accessToken: token, userId: checked.userId, apiOrigin: hubspotOrigin, mode: 'token', scopes: checked.scopes })
      await hosts.set(hubspotKey(checked.org), checked.uiDomain)
      return { org: checked.org, owners: people }
    },
    hubspotOwners: (org) => hubspotAdmin.owners(org),
    async hubspotIam(org, ownerId) {
      const owner = (await hubspotAdmin.owners(org)).find((candidate) => candidate.id === ownerId)
      if (!owner) throw new AppError('not-found')
      await owners.set(org, { ...owner, verified: false })
    },
    hubspotSetUp: (org) => hubspotAdmin.setUpHubspot(org),
    async signOut(crm, org) {
      if (crm === 'salesforce') return salesforceSignIn.disconnect(org)
      await vault.remove(hubspotKey(org))
      await owners.set(org, undefined)
    },
  }
}
