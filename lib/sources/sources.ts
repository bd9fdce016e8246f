import { AppError } from '@/lib/domain/errors'
import type { AssetSource, AssetSources } from '@/lib/domain/source-ports'
import { createFileSource } from './file'
import { createJsonFeedSource } from './json-feed'
import { probe } from './probe'
import { createRssSource } from './rss'
import { createSitemapSource } from './sitemap'
import { createGet, type GetDeps } from './web/get'
import { createWordpressSource } from './wordpress'

/** Every kind of source there is on the web, and those a CRM keeps, which come from outside. */
export function createAssetSources(deps: GetDeps, ofCrms: readonly AssetSource[]): AssetSources {
  const get = createGet(deps)
  const all = [
    createFileSource(get), createJsonFeedSource(get), createRssSource(get), createSitemapSource(get, deps.now), createWordpressSource(get), ...ofCrms,
  ]
  return {
    probe: (address) => probe(get, address),
    async read(kind, from) {
      const source = all.find((one) => one.kind === kind)
      if (!source) throw new AppError('not-connected', { detail: kind })
      return source.read(from)
    },
  }
}
