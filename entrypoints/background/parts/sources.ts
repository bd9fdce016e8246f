import type { AppDeps } from '@/lib/app/deps'
import { createSourceDesk } from '@/lib/app/sources/index'
import { hasHost } from '@/lib/platform/host-permission'
import { locks } from '@/lib/platform/locks'
import { createAssetSources } from '@/lib/sources/sources'
import type { Adapters } from './adapters'
import { clock } from './runtime'

/** Sources of assets: on the web, and those the connected CRMs keep. */
export function createSources(app: AppDeps, adapters: Adapters) {
  /** What the organisation set is asked without anybody's click; where its server allows that, nobody needs one. */
  const isSet = async (origin: string) => {
    const { libraryAddress } = await app.policy()
    return libraryAddress !== undefined && new URL(libraryAddress).origin === origin
  }
  const readers = createAssetSources({ fetch: globalThis.fetch.bind(globalThis), now: clock.now, allowed: async (origin) => await hasHost(origin) || isSet(origin), granted: hasHost }, adapters.libraries)
  return createSourceDesk({ app, readers, locks })
}
