import type { Actor } from '@/lib/domain/person'
import { createHubspotClient, createHubspotClients } from './client'
import type { HubspotDeps } from './deps'
import { listOwners } from './directories'
import { expectPortal } from './portal'
import { setUpPortal, type SetUpStep } from './set-up'
import { checkToken, type CheckedToken } from './token'

/** What the desk's Connections do with HubSpot beside the common port. */
export interface HubspotAdmin {
  /** @throws AppError `signed-out` for a token HubSpot does not know */
  checkToken(token: string): Promise<CheckedToken>
  /** The same people before the token is kept. @throws AppError `forbidden` naming the scope it lacks */
  ownersSeenBy(token: string): Promise<Actor[]>
  /** People the rep may say to be: stated, never verified. */
  owners(org: string): Promise<Actor[]>
  /** Creates what is missing of the property group and properties, and reports each step. */
  setUpHubspot(org: string): Promise<SetUpStep[]>
}

export function createHubspotAdmin(deps: HubspotDeps): HubspotAdmin {
  const clientFor = createHubspotClients(deps)
  return {
    checkToken: (token) => checkToken(deps, token),
    ownersSeenBy: (token) => listOwners(createHubspotClient(deps, 'unchecked', () => Promise.resolve(token))),
    owners: (org) => listOwners(clientFor(org)),
    async setUpHubspot(org) {
      await expectPortal(clientFor(org), deps.cache, org)
      return setUpPortal(clientFor(org), deps.words)
    },
  }
}
