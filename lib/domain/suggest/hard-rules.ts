import type { Asset } from '../asset'
import { recordKey } from '../record-ref'
import type { Exclusion, SuggestInput } from './types'

const day = 86_400_000

/** The first rule that forbids suggesting an asset to this person, if any. */
export function createHardRules(input: SuggestInput): (asset: Asset) => Exclusion | undefined {
  const person = new Set([input.person.ref, ...input.person.same].map(recordKey))
  const read = new Set(input.stories.flatMap((story) => (story.human > 0 && story.assetId ? [story.assetId] : [])))
  const sent = new Set<string>()
  const dismissed = new Set<string>()
  const dropped = new Set(input.history.events.flatMap((event) => (event.type === 'send-outcome' && event.outcome === 'dropped' ? [event.sendId] : [])))
  for (const event of input.history.events) {
    if (!person.has(recordKey(event.ref))) continue
    if (event.type === 'send' && !dropped.has(event.id)) sent.add(event.assetId)
    if (event.type === 'dismissed') dismissed.add(event.assetId)
  }
  return (asset) => {
    if (asset.status !== 'approved') return 'not-approved'
    if (!asset.shareable) return 'not-shareable'
    if (asset.expires !== undefined && asset.expires <= input.now) return 'expired'
    if (overdue(asset, input.now)) return 'unverified'
    if (read.has(asset.id)) return 'read'
    if (sent.has(asset.id)) return 'sent'
    if (dismissed.has(asset.id)) return 'dismissed'
    return undefined
  }
}

/** Past its verification date. Assets nobody set an interval for are never overdue. */
export function overdue(asset: Asset, now: number): boolean {
  return asset.verifyEvery !== undefined && asset.verifiedAt !== undefined && asset.verifiedAt + asset.verifyEvery * day < now
}
