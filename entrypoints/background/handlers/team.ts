import type { Handlers } from '@/lib/bus/server'
import { AppError } from '@/lib/domain/errors'
import type { teamMessages } from '@/lib/bus/protocol/team'
import type { Services } from '../compose'
import type { HubOwnerName } from './hub-owner'

/** What panels and desk ask about the team's hub. */
export function teamHandlers({ app, team, publishing, sources }: Services): Omit<Pick<Handlers, keyof typeof teamMessages | 'team.look'>, HubOwnerName> {
  return {
    'team.look': async () => {
      void team.sync.look()
      // Somebody looks: what the library follows is read again where it is due, which is seldom.
      void sources.refreshDue().catch(() => undefined)
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
    'team.waiting': () => team.waiting(),
    'team.settle-waiting': async ({ id, how }) => (await team.settleWaiting(id, how), null),
    'team.sync': async () => (await team.sync.run(), null),
    'team.share': async ({ yes }) => ({ shared: await team.share(yes) }),
    'team.publish': async () => (await publishing.publishOwn(), app.tell.library(), app.tell.hub(), null),

    'team.export': async () => {
      if ((await app.policy()).allowExport === false) throw new AppError('policy')
      return { json: JSON.stringify(await (await team.expectSession()).exportOwn(), null, 2) }
    },
  }
}
