import type { TeamDeps } from './deps'
import { forgetReported } from './reported'

type Deps = Pick<TeamDeps, 'assets' | 'documents' | 'search' | 'snapshots' | 'team' | 'tell'>

const hubsAssets = async ({ assets }: Deps) => (await assets.all()).filter(({ source }) => source.system === 'hub')

/** What came from the hub stays and is this browser's own from now on: no other hub takes it away again. */
export async function keepCopy(deps: Deps): Promise<void> {
  await deps.assets.put((await hubsAssets(deps)).map((asset) => ({ ...asset, source: { ...asset.source, system: 'local' } })))
  await deps.team.keepHub()
  await deps.documents.keepHub()
  deps.tell.library()
}

/** Assets, documents, other people's verdicts and reported touches that are the hub's. What was done here stays. */
export async function removeCopy(deps: Deps): Promise<void> {
  const ids = (await hubsAssets(deps)).map(({ id }) => id)
  await deps.assets.remove(ids)
  await deps.search.changed([], ids)
  await deps.team.forgetHub()
  await deps.documents.forgetHub()
  await forgetReported(deps)
  deps.tell.library()
  deps.tell.team()
}
