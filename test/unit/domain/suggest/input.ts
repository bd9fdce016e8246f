import type { Asset } from '@/lib/domain/asset'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import type { DismissedEvent, SendEvent } from '@/lib/domain/ledger'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { SuggestInput } from '@/lib/domain/suggest/types'
import type { Story } from '@/lib/domain/touch'
import { day, eventId, makeAsset, makePerson, makeStory, makeTouch, now, ref, rep } from '../make'

/** A suggestion asked for a person who read one guide about stock. */
export function makeInput(over: Partial<SuggestInput> = {}): SuggestInput {
  return {
    person: makePerson(), profile: { stage: 'mql', persona: 'finance', industry: 'retail', language: 'en' }, stories: [], assets: [], playbook: defaultPlaybook,
    history: { events: [], follows: new Map() }, now, limit: 3, ...over,
  }
}

export function readStory(asset: Pick<Asset, 'id' | 'title'>, daysAgo = 1, over: Partial<Story> = {}): Story {
  const last = now - daysAgo * day
  return makeStory([makeTouch({ at: last, title: asset.title, contentKey: asset.id, assetId: asset.id })], { assetId: asset.id, depth: 0.6, ...over })
}

/** An asset no signal has anything to say about. */
export function plainAsset(over: Partial<Asset> = {}): Asset {
  return makeAsset({ title: 'Qqq', abstract: '', updatedAt: now - 500 * day, verifiedAt: now - 180 * day, verifyEvery: 180, ...over })
}

export const otherRef = (number: number): RecordRef => ({ ...ref, id: String(9000 + number) })

export function makeSend(number: number, assetId: string, to: RecordRef = ref, at = now - 10 * day): SendEvent {
  return { id: eventId(number), at, ref: to, rep, type: 'send', assetId, assetVersion: 1, title: 'An asset', channel: 'copy' }
}

export function makeDismissed(number: number, assetId: string, reason: DismissedEvent['reason'], of: RecordRef = ref): DismissedEvent {
  return { id: eventId(number), at: now - day, ref: of, rep, type: 'dismissed', assetId, reason }
}
