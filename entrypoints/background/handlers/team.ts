import type { Handlers } from '@/lib/bus/server'
import { AppError } from '@/lib/domain/errors'
import type { teamMessages } from '@/lib/bus/protocol/team'
import type { Services } from '../compose'

const dayMs = 86_400_000

/** What panels and desk ask about the team's hub. */
export function teamHandlers({ app, team, publishing }: Services): Pick<Handlers, keyof typeof teamMessages> {
  return {
    'team.look': async () => {
      void team.sync.look()
      return (await team.asOf()) ?? null
    },
    'team.state': async () => (await team.state(publishing)) ?? null,
    'team.join': async (invite) => {
      await team.membership.join(invite)
      // The first pass may bring thousands of assets; the desk shows how far it is.
      void team.sync.run().catch(() => undefined)
      return null
    },
    'team.sign-in': async ({ address }) => {
      await team.membership.joinWithCompany(address)
      void team.sync.run().catch(() => undefined)
      return null
    },
    'team.leave': (how) => team.membership.leave(how),
    'team.sync': async () => (await team.sync.run(), null),
    'team.share': async ({ yes }) => ({ shared: await team.share(yes) }),
    'team.publish': async () => (await publishing.publishOwn(), app.tell.library(), app.tell.hub(), null),

    'team.export': async () => {
      if ((await app.policy()).allowExport === false) throw new AppError('policy')
      return { json: JSON.stringify(await (await team.expectSession()).exportOwn(), null, 2) }
    },
    'team.people': async () => (await team.expectSession()).people(),
    'team.role': async ({ id, role }) => (await (await team.expectSession()).setRole(id, role), null),
    'team.remove': async ({ id }) => (await (await team.expectSession()).removePerson(id), null),
    'team.invite': async ({ role, uses, days }) => {
      const now = app.clock.now()
      return { link: await (await team.expectSession()).invite({ id: app.chance.id(now), role, uses, expiresAt: now + days * dayMs }) }
    },
    'team.terms': async () => (await team.expectSession()).terms(),
    'team.set-terms': async (terms) => {
      const set = await (await team.expectSession()).setTerms(terms)
      await team.membership.refresh()
      return set
    },
    'team.hubspot': async () => (await team.expectSession()).hubspotLink(),
    'team.hubspot-connect': async () => (await app.door.open(await (await team.expectSession()).connectHubspot()), null),
    'team.hubspot-key': async ({ key }) => {
      await (await team.expectSession()).keepHubspotKey(key)
      await team.membership.refresh()
      return null
    },
    'team.hubspot-forget': async () => {
      await (await team.expectSession()).forgetHubspot()
      await team.membership.refresh()
      return null
    },
  }
}
