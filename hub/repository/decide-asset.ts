import { asset, type Asset } from '@/lib/domain/asset'
import { safeAssetUrl } from '@/lib/domain/safe-url'
import { parseTolerant, type AssetOutcome, type AssetWrite } from '@/lib/hub-client/contract'
import { sameValue } from './same-value'

/** An asset as stored; without body and status it was deleted at that version. */
export interface Held {
  id: string
  version: number
  status: string | null
  body: object | null
  /** What full-text search looks into. */
  words: string
}

/** What becomes of one write, seeing what is stored; `next` is to be stored in its place. */
export function decide(item: AssetWrite, held: Held | undefined, now: number): { outcome: AssetOutcome; next?: Held } {
  if (item.removed !== undefined) return removal(item.removed, item.base, held)
  const parsed = parseTolerant(asset, item.asset)
  if (!parsed.success) return { outcome: { id: idOf(item.asset), status: 'refused', kind: 'invalid', detail: parsed.detail } }
  const url = parsed.data.url === undefined ? undefined : safeAssetUrl(parsed.data.url)
  if (parsed.data.url !== undefined && url === undefined) return { outcome: { id: parsed.data.id, status: 'refused', kind: 'invalid', detail: 'url' } }
  return put(parsed.data, { ...(item.asset as object), ...(url !== undefined && { url }) }, item.base, held, now)
}

/** @param sent everything that came, with fields of newer releases */
function put(known: Asset, sent: object, base: number, held: Held | undefined, now: number): { outcome: AssetOutcome; next?: Held } {
  const { id } = known
  const stored = held?.version ?? 0
  const content = { ...sent, source: { ...known.source, system: 'hub' } }
  if (stored !== base) {
    if (held?.body && sameContent(held.body, content)) return { outcome: { id, status: 'stored', version: stored } }
    return { outcome: { id, status: 'conflict', kind: 'conflict', version: stored, current: held?.body ?? undefined, yours: sent } }
  }
  const version = base + 1
  const words = [known.title, known.title, known.abstract, ...known.topics, known.kind].join(' ')
  return { outcome: { id, status: 'stored', version }, next: { id, version, status: known.status, body: { ...content, version, updatedAt: now }, words } }
}

function removal(id: string, base: number, held: Held | undefined): { outcome: AssetOutcome; next?: Held } {
  if (!held) return { outcome: { id, status: 'refused', kind: 'not-found' } }
  if (held.body === null) return { outcome: { id, status: 'removed', version: held.version } }
  if (held.version !== base) return { outcome: { id, status: 'conflict', kind: 'conflict', version: held.version, current: held.body } }
  return { outcome: { id, status: 'removed', version: base + 1 }, next: { id, version: base + 1, status: null, body: null, words: '' } }
}

/** Whether a repeat of the write that is stored already; the stamps of storing aside. */
function sameContent(stored: object, sent: object): boolean {
  return sameValue({ ...stored, version: 0, updatedAt: 0 }, { ...sent, version: 0, updatedAt: 0 })
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id).slice(0, 120) : ''
}
