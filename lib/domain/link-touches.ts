import type { Asset } from './asset'
import type { LinkView } from './hub'
import type { LedgerEvent, SendEvent } from './ledger'
import { say } from './sentence'
import { openedSends } from './send-found'
import type { RawTouch, Touch } from './touch'
import type { Notice } from './view'

/** So long an opening is news. */
const newsMs = 24 * 3_600_000

/** Openings of tracked links as touches of the story. Who it was, the hub has judged: only it saw the visitor. */
export function linkTouches(views: readonly LinkView[], assets: readonly Asset[]): RawTouch[] {
  const wanted = new Set(views.map(({ assetId }) => assetId))
  const known = new Map(assets.filter(({ id }) => wanted.has(id)).map((asset) => [asset.id, asset]))
  return views.map(({ id, at, assetId, agent }) => ({
    id: `hub:${id}`, at, kind: 'link-view', title: known.get(assetId)?.title ?? assetId, url: known.get(assetId)?.url, itemId: assetId,
    origin: { system: 'hub', id }, signals: {}, agent,
  }))
}

/** What this person opened of what was sent, while that is news: the newest. */
export function openedNotice(events: readonly LedgerEvent[], touches: readonly Touch[], now: number): Notice | undefined {
  const [newest] = openedSends(events, touches).filter(({ at }) => at <= now && now - at < newsMs).sort((a, b) => b.at - a.at)
  return newest && { id: openedNoticeId(newest), kind: 'opened', sentence: say('notice.opened', newest.send.title, { date: newest.at }) }
}

/** Under this id the rep puts an opening away; the next one of the same send is news again. */
export function openedNoticeId({ send, at }: { send: SendEvent; at: number }): string {
  return `opened:${send.id}:${at}`
}
