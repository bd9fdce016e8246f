import { sql } from 'kysely'
import { playbook } from '@/lib/domain/playbook'
import { runningPromotions, type Promotion } from '@/lib/domain/promotion'
import { safeAssetUrl } from '@/lib/domain/safe-url'
import { parseTolerant } from '@/lib/hub-client/contract'
import { firstRow, json, rows, type Tx } from '../db/database'
import { readSettings } from '../people/settings'

const mostNew = 50

interface AssetRow { id: string; title: string; abstract: string; url: string | null; topics: string[]; language: string | null; since: number; updated_at: number }

/** https://www.jsonfeed.org/version/1.1/ */
export async function readFeed(tx: Tx, feedUrl: string, now: number): Promise<Record<string, unknown>> {
  const { name } = await readSettings(tx)
  const book = await firstRow(tx, sql<{ body: unknown }>`select body from playbook order by number desc limit 1`)
  const parsed = parseTolerant(playbook, book?.body)
  const promotions = runningPromotions((parsed.success ? parsed.data.promotions : undefined) ?? [], now)
  const promoted = await assets(tx, sql`id in (select jsonb_array_elements_text(${json(promotions.flatMap(({ assetIds }) => assetIds))}))`)
  const newest = await assets(tx, sql`true`)
  return {
    version: 'https://jsonfeed.org/version/1.1', title: name, feed_url: feedUrl,
    items: [...promotions.flatMap((one) => toPromotion(one, promoted, now)), ...newest.map(toItem)],
  }
}

/** Newest first; only what may be sent to anybody. `since` is when the first version came. */
async function assets(tx: Tx, which: ReturnType<typeof sql>): Promise<AssetRow[]> {
  const found = await rows(tx, sql<AssetRow>`select id, body ->> 'title' as title, coalesce(body ->> 'abstract', '') as abstract, body ->> 'url' as url,
      coalesce(body -> 'topics', '[]'::jsonb) as topics, body ->> 'language' as language, updated_at,
      (select min(at) from asset_version where asset_id = asset.id) as since
    from asset where status = 'approved' and (body ->> 'shareable')::boolean and ${which} order by since desc, id limit ${mostNew}`)
  return found.flatMap((row) => {
    const url = safeAssetUrl(row.url ?? '')
    return url === undefined ? [] : [{ ...row, url }]
  })
}

function toItem({ id, url, title, abstract, since, updated_at, topics, language }: AssetRow): Record<string, unknown> {
  return {
    id: `asset:${id}`, url, title, content_text: abstract, date_published: iso(since), date_modified: iso(updated_at), ...(topics.length > 0 && { tags: topics }),
    ...(language && { language }),
  }
}

/** The offer as prospects may read it; what reps are to say or not to say stays inside. */
function toPromotion({ id, label, offer, terms, assetIds, from, until }: Promotion, promoted: readonly AssetRow[], now: number): Record<string, unknown>[] {
  const shown = assetIds.flatMap((assetId) => promoted.filter((row) => row.id === assetId))
  const [first] = shown
  if (!first && label === '') return []
  return [{
    id: `promotion:${id}`, ...(first && { url: first.url }), title: label === '' ? first?.title : label, content_text: [offer, terms].filter(Boolean).join('\n\n') || (first?.abstract ?? ''),
    date_published: iso(from ?? first?.since ?? now), tags: ['promotion'],
    _leadside: { ...(until !== undefined && { until: iso(until) }), assets: shown.map(({ title, url }) => ({ title, url })) },
  }]
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
