import type { Asset } from './asset'
import { noFigures, type FiguresByAsset } from './asset-figures'
import { createCanonicaliser } from './content-url'
import type { LinkStates } from './link-check'
import { overdue } from './suggest/hard-rules'

/** What an asset may need, the most urgent first. */
export const careTopics = ['expired', 'broken', 'unverified', 'expiring', 'duplicate', 'unopened', 'never-sent'] as const
export type CareTopic = (typeof careTopics)[number]

/** One thing to see to. `at`: the day it is about, epoch milliseconds; `n`: how many people or sends it rests on; `same`: the other assets of that address. */
export interface CareEntry { topic: CareTopic; asset: Asset; at?: number | undefined; n?: number | undefined; same?: readonly Asset[] | undefined }

export interface CareInput { assets: readonly Asset[]; figures: FiguresByAsset; links: LinkStates; now: number }

const dayMs = 86_400_000
const expiringDays = 30
/** Before that nobody can say that an asset is not used. */
const settlingDays = 30

/** Everything that needs care, by topic; archived assets need none. */
export function careList(input: CareInput): Map<CareTopic, CareEntry[]> {
  const current = input.assets.filter(({ status }) => status !== 'archived')
  const canonical = createCanonicaliser()
  const addresses = Map.groupBy(current, ({ url }) => (url === undefined ? undefined : canonical(url)))
  const list = new Map<CareTopic, CareEntry[]>(careTopics.map((topic) => [topic, []]))
  for (const asset of current) {
    const key = asset.url === undefined ? undefined : canonical(asset.url)
    const same = key === undefined ? [] : (addresses.get(key) ?? []).filter((other) => other !== asset)
    for (const entry of needsOf(asset, input, key === undefined ? undefined : input.links[key], same)) list.get(entry.topic)?.push(entry)
  }
  for (const entries of list.values()) entries.sort((a, b) => (b.n ?? 0) - (a.n ?? 0) || (a.at ?? 0) - (b.at ?? 0) || (a.asset.title < b.asset.title ? -1 : 1))
  return list
}

function needsOf(asset: Asset, { figures, now }: CareInput, link: LinkStates[string] | undefined, same: readonly Asset[]): CareEntry[] {
  const { expires, verifiedAt, verifyEvery, updatedAt } = asset
  const { sends, unsure, got, opened } = figures[asset.id] ?? noFigures
  const usable = asset.status === 'approved' && asset.shareable && (expires === undefined || expires > now)
  const found: (CareEntry | false)[] = [
    expires !== undefined && expires <= now && { topic: 'expired', asset, at: expires },
    expires !== undefined && expires > now && expires - now <= expiringDays * dayMs && { topic: 'expiring', asset, at: expires },
    verifyEvery !== undefined && (verifiedAt === undefined || overdue(asset, now)) && { topic: 'unverified', asset, at: verifiedAt === undefined ? undefined : verifiedAt + verifyEvery * dayMs },
    link?.state === 'broken' && { topic: 'broken', asset, at: link.at },
    same.length > 0 && { topic: 'duplicate', asset, same },
    got > 0 && opened === 0 && { topic: 'unopened', asset, n: got },
    usable && sends + unsure === 0 && now - updatedAt > settlingDays * dayMs && { topic: 'never-sent', asset, at: updatedAt },
  ]
  return found.filter((entry) => entry !== false)
}

/** Of assets with the same address, the one worth keeping: approved before draft, then the one sent most, then the newest. */
export function worthKeeping(assets: readonly Asset[], figures: FiguresByAsset): Asset | undefined {
  const sends = ({ id }: Asset) => figures[id]?.sends ?? 0
  return [...assets].sort((a, b) => Number(b.status === 'approved') - Number(a.status === 'approved') || sends(b) - sends(a) || b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1))[0]
}
