import type { SignIn } from '@/lib/app/connections'
import { apiOrigin } from '@/lib/connectors/hubspot/api'
import { AppError } from '@/lib/domain/errors'
import { orgKey } from '@/lib/domain/record-ref'
import type { SignInParts } from './sign-in'

const keyOf = (org: string) => orgKey({ crm: 'hubspot', org })

/** HubSpot by a key, which is kept only once it is known whose people there are to be. */
export function createHubspotSignIn({ adapters: { hubspotAdmin }, vault, owners, hosts }: SignInParts) {
  return {
    async hubspotToken(token, expectAllowed) {
      const { org, uiDomain, userId, scopes } = await hubspotAdmin.checkToken(token)
      await expectAllowed(org)
      const people = await hubspotAdmin.ownersSeenBy(token)
      await vault.set(keyOf(org), { accessToken: token, userId, apiOrigin, mode: 'token', scopes })
      await hosts.set(keyOf(org), uiDomain)
      return { org, owners: people }
    },
    hubspotOwners: (org) => hubspotAdmin.owners(org),
    async hubspotIam(org, ownerId) {
      const owner = (await hubspotAdmin.owners(org)).find((candidate) => candidate.id === ownerId)
      if (!owner) throw new AppError('not-found')
      await owners.set(org, { ...owner, verified: false })
    },
    hubspotSetUp: (org) => hubspotAdmin.setUpHubspot(org),
    async hubspotForget(org: string) {
      await vault.remove(keyOf(org))
      await owners.set(org, undefined)
    },
  } satisfies Partial<SignIn> & { hubspotForget(org: string): Promise<void> }
}
