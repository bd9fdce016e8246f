import type { AppDeps } from './deps'

const favouriteMark = 'favourite-asset'
const usedMark = 'used-asset'
const dayMs = 86_400_000
const recentDays = 30
const mostFavourites = 50
const mostRecent = 8
/** Uses remembered; older ones make room. */
const mostUsed = 40

type Needs = Pick<AppDeps, 'marks' | 'clock'>

/** Puts an asset among the favourites, or takes it out. */
export async function setFavourite(deps: Needs, assetId: string, favourite: boolean): Promise<void> {
  if (favourite) await deps.marks.add(favouriteMark, [assetId], deps.clock.now())
  else await deps.marks.remove(favouriteMark, [assetId])
}

/** The last chosen first. */
export async function favouriteIds({ marks }: Pick<AppDeps, 'marks'>): Promise<string[]> {
  return (await marks.newest(favouriteMark, mostFavourites)).map(({ id }) => id)
}

/** The rep opened an asset to read it or to send it, or used it in a meeting. */
export async function noteUse({ marks, clock }: Needs, assetId: string): Promise<void> {
  await marks.add(usedMark, [assetId], clock.now())
  const used = await marks.newest(usedMark, Infinity)
  if (used.length > mostUsed) await marks.remove(usedMark, used.slice(mostUsed).map(({ id }) => id))
}

/** Assets this rep sent, opened or read in the last thirty days, the latest first. */
export async function recentIds({ marks, clock }: Needs): Promise<string[]> {
  const since = clock.now() - recentDays * dayMs
  return (await marks.newest(usedMark, mostRecent)).filter(({ at }) => at >= since).map(({ id }) => id)
}
