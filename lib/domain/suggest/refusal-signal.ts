import { say } from '../sentence'
import type { Asset } from '../asset'
import type { DismissedEvent } from '../ledger'
import { recordKey } from '../record-ref'
import { pastOf } from './past'
import { silent, type Signal } from './signal'

/** Reasons that speak of the subject, not of the one asset. */
const aboutSubject: ReadonlySet<DismissedEvent['reason']> = new Set<DismissedEvent['reason']>(['not-relevant', 'wrong-person', 'already-knows'])
/** Colleagues calling an asset outdated at which the signal speaks with half its strength. */
const halfStrength = 1

/**
 * What *Not this one* teaches, at once: for this person, assets like a refused one go down; for everybody, an asset called outdated does,
 * until somebody updates or verifies it.
 */
export const refusalSignal: Signal = {
  name: 'refusal',
  weight: 0.7,
  prepare({ person, history, assets }, library) {
    const own = new Set([person.ref, ...person.same].map(recordKey))
    const refused: Asset[] = []
    const past = pastOf(history)
    for (const event of history.events) {
      if (event.type !== 'dismissed') continue
      const asset = assets[library.place.get(event.assetId) ?? -1]
      if (asset && own.has(recordKey(event.ref)) && aboutSubject.has(event.reason)) refused.push(asset)
    }
    if (refused.length === 0 && ![...past.values()].some(({ outdated }) => outdated.length > 0)) return silent
    const complaints = ({ id, updatedAt, verifiedAt = 0 }: Asset) => (past.get(id)?.outdated ?? []).filter((at) => at > Math.max(updatedAt, verifiedAt)).length
    const nearest = (asset: Asset) => refused.reduce<{ asset: Asset; alike: number } | undefined>((best, other) => {
      const alike = likeness(asset, other)
      return alike > (best?.alike ?? 0) ? { asset: other, alike } : best
    }, undefined)
    return {
      value(asset) {
        const called = complaints(asset)
        return -Math.max(nearest(asset)?.alike ?? 0, called / (called + halfStrength))
      },
      explain(asset) {
        if (complaints(asset) > 0) return { misfit: say('suggest.called_outdated') }
        const like = nearest(asset)
        return like && like.alike >= 0.3 ? { misfit: say('suggest.like_refused', like.asset.title) } : {}
      },
    }
  },
}

/** Share of topics, products and kind two assets have in common, 0 to 1. */
function likeness(a: Asset, b: Asset): number {
  const marks = ({ topics, products, kind }: Asset) => new Set([...topics.map((topic) => topic.toLowerCase()), ...products.map((product) => `product:${product}`), `kind:${kind}`])
  const [left, right] = [marks(a), marks(b)]
  const shared = [...left].filter((mark) => right.has(mark)).length
  return shared / (left.size + right.size - shared)
}
