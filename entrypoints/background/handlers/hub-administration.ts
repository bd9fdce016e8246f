import type { Handlers } from '@/lib/bus/server'
import type { Services } from '../compose'

export type HubAdministrationName =
  | 'team.senders' | 'team.add-sender' | 'team.rotate-sender' | 'team.end-sender' | 'team.feeds' | 'team.add-feed' | 'team.end-feed' | 'team.devices' | 'team.end-device' | 'team.acts'

/** Keys, addresses, devices and the trail of a hub; the hub checks every right itself. */
export function hubAdministrationHandlers({ app, team }: Services): Pick<Handlers, HubAdministrationName> {
  const named = (name: string) => ({ id: app.chance.id(app.clock.now()), name: name.trim() })
  return {
    'team.senders': async () => (await team.expectSession()).senders(),
    'team.add-sender': async ({ name }) => (await team.expectSession()).addSender(named(name)),
    'team.rotate-sender': async ({ id }) => (await team.expectSession()).rotateSender(id),
    'team.end-sender': async ({ id }) => (await (await team.expectSession()).endSender(id), null),
    'team.feeds': async () => (await team.expectSession()).feeds(),
    'team.add-feed': async ({ name }) => ({ url: await (await team.expectSession()).addFeed(named(name)) }),
    'team.end-feed': async ({ id }) => (await (await team.expectSession()).endFeed(id), null),
    'team.devices': async ({ personId }) => (await team.expectSession()).devices(personId),
    'team.end-device': async ({ id }) => (await (await team.expectSession()).end(id), null),
    'team.acts': async ({ before }) => (await team.expectSession()).acts(before),
  }
}
