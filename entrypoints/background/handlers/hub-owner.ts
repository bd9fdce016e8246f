import type { Handlers } from '@/lib/bus/server'
import { mayPublish } from '@/lib/domain/hub'
import type { Services } from '../compose'

export type HubOwnerName =
  | 'team.people' | 'team.role' | 'team.remove' | 'team.invite' | 'team.invites' | 'team.revoke-invite' | 'team.openings' | 'team.terms' | 'team.set-terms'
  | 'team.hubspot' | 'team.hubspot-connect' | 'team.hubspot-key' | 'team.hubspot-forget'

const dayMs = 86_400_000

/** What who manages a hub sees and does on the desk; the hub checks every right itself. */
export function hubOwnerHandlers({ app, team }: Services): Pick<Handlers, HubOwnerName> {
  return {
    'team.people': async () => (await team.expectSession()).people(),
    'team.role': async ({ id, role }) => (await (await team.expectSession()).setRole(id, role), null),
    'team.remove': async ({ id }) => (await (await team.expectSession()).removePerson(id), null),
    'team.invite': async ({ role, uses, days }) => {
      const now = app.clock.now()
      return { link: await (await team.expectSession()).invite({ id: app.chance.id(now), role, uses, expiresAt: now + days * dayMs }) }
    },
    'team.invites': async () => (await team.expectSession()).openInvites(app.clock.now()),
    'team.revoke-invite': async ({ id }) => (await (await team.expectSession()).revokeInvite(id), null),
    'team.openings': async ({ assetId }) => {
      const membership = await team.membership.current()
      return membership && !membership.ended && mayPublish(membership.member.role) ? (await team.expectSession()).openings(assetId) : null
    },
    'team.terms': async () => (await team.expectSession()).terms(),
    'team.set-terms': async (terms) => {
      const set = await (await team.expectSession()).setTerms(terms)
      await team.membership.refresh()
      return set
    },
    'team.hubspot': async () => (await team.expectSession()).hubspotLink(),
    'team.hubspot-connect': async () => (await app.door.open(await (await team.expectSession()).connectHubspot()), null),
    'team.hubspot-key': async ({ key }) => (await team.keepHubspotKey(key), null),
    'team.hubspot-forget': async () => {
      await (await team.expectSession()).forgetHubspot()
      await team.membership.refresh()
      return null
    },
  }
}
