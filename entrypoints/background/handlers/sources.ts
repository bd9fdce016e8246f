import { teamFile } from '@/lib/app/sources/team-file'
import type { Handlers } from '@/lib/bus/server'
import type { sourceMessages } from '@/lib/bus/protocol/sources'
import type { Services } from '../compose'

/** What the desk asks about where the library is filled from. */
export function sourceHandlers({ sources, app }: Services): Pick<Handlers, keyof typeof sourceMessages> {
  return {
    'source.list': () => sources.list(),
    'source.probe': ({ address }) => sources.probe(address),
    'source.preview': (choice) => sources.preview(choice),
    'source.follow': (choice) => sources.follow(choice),
    'source.change': async ({ id, ...patch }) => (await sources.change(id, patch), null),
    'source.remove': async ({ id, assets }) => (await sources.remove(id, assets), null),
    'source.refresh': ({ id }) => sources.refresh(id),
    'source.team-file': async () => ({ json: await teamFile(app) }),
    'source.refresh-due': async () => ({ read: await sources.refreshDue() }),
  }
}
