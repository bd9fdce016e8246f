import { createAssetFigures } from '@/lib/app/asset-figures'
import { createLinkCare } from '@/lib/app/check-links'
import type { AppDeps } from '@/lib/app/deps'
import { createNeeds } from '@/lib/app/needs'
import type { TeamHistorySource } from '@/lib/app/team-history'
import type { PieceStore } from '@/lib/domain/store-ports'
import { hasHost } from '@/lib/platform/host-permission'
import { sameWords } from '@/lib/search/same-words'
import { checkLink } from '@/lib/sources/check-link'

/** What keeps the repository in order: requests, figures of each asset, links. */
export function createCare(app: AppDeps, { pieces, history }: { pieces: PieceStore; history: TeamHistorySource }) {
  return {
    needs: createNeeds(app, history, sameWords),
    figures: createAssetFigures(app, history),
    links: createLinkCare({ assets: app.assets, clock: app.clock, pieces, ask: checkLink, granted: hasHost }),
  }
}
