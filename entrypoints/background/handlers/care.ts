import { handyAssets } from '@/lib/app/search-assets'
import { setFavourite } from '@/lib/app/handy-assets'
import type { careMessages } from '@/lib/bus/protocol/care'
import type { handyMessages } from '@/lib/bus/protocol/handy'
import type { Handlers } from '@/lib/bus/server'
import type { Services } from '../compose'

/** Care for the repository from the desk, and what a rep keeps at hand of it. */
export function careHandlers({ app, care }: Services): Pick<Handlers, keyof typeof careMessages | keyof typeof handyMessages> {
  const { needs, figures, links } = care
  return {
    'requests.list': () => needs.list(),
    'requests.single': ({ ids }) => needs.single(ids),
    'requests.answer': (answer) => needs.answer(answer),
    'misses.forget': async ({ keys }) => (await needs.forgetMisses(keys), null),
    'library.figures': async () => ({ ...(await figures()) }),
    'links.state': async () => {
      const { states, hosts } = await links.state()
      return { states: { ...states }, hosts }
    },
    'links.check': ({ limit }) => links.check(limit),

    'library.handy': ({ ref }) => handyAssets(app, ref),
    'asset.favourite': async ({ assetId, favourite }) => (await setFavourite(app, assetId, favourite), null),
    'library.missed': async (missed) => (await needs.missed(missed), null),
  }
}
