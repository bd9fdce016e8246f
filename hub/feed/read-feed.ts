import { sql } from 'kysely'
import * as z from 'zod/mini'
import { safeAssetUrl } from '@/lib/domain/safe-url'
import { firstRow, json, rows, type Tx } from '../db/database'
import { readSettings } from '../people/settings'

const mostNew = 50

/** What a feed tells of a playbook of any release. */
const promoting = z.object({ promotions: z.optional(z.array(z.object({ assetId: z.string(), from: z.optional(z.number()), until: z.optional(z.number()) }))) })

interface AssetRow { id: string; title: string; abstract: string; url: string | null; topics: string[]; language: string | null; since: number; updated_at: number }

/** https://www.jsonfeed.org/version/1.1/ */
export async function readFeed(tx: Tx, feedUrl: string, now: number): Promise<Record<string, unknown>> {
  const { name } = await readSettings(tx)
  const book = await firstRow(tx, sql<{ body: unknown }>`select body from playbook order by number desc limit 1`)
  const promotions = (z.safeParse(promoting, book?.body).data?.promotions ?? []).filter(({ from = 0, until = Infinity }) => from <= now && now < until)
  const promoted = await assets(tx, sql`id in (select jsonb_array_elements_text(${json(promotions.map(({ assetId }) => assetId))}))`)
  const newest = await assets(tx, sql`true`)
  return {
    version: 'https://jsonfeed.org/version/1.1', title: name, feed_url: feedUrl,
    items: [
      ...promotions.flatMap(({ assetId, from, until }) => promoted.filter(({ id }) => id === assetId).flatMap((row) =>
        toItem(row, { id: `promotion:${row.id}:${from ?? 0}`, at: from ?? row.since, tags: ['promotion'], until }))),
      ...newest.flatMap((row) => toItem(row, { id: `asset:${row.id}`, at: row.since, tags: row.topics })),
    ],
  }
}

/** Newest first; only what may be sent to anybody. `since` is when the first version came. */
async function assets(tx: Tx, which: ReturnType<typeof sql>): Promise<AssetRow[]> {
  return rows(tx, sql<AssetRow>`select id, body ->> 'title' as title, coalesce(body ->> 'abstract', '') as abstract, body ->> 'url' as url,
      coalesce(body -> 'topics', '[]'::jsonb) as topics, body ->> 'language' as language, updated_at,
      (select min(at) from asset_version where asset_id = asset.id) as since
    from asset where status = 'approved' and (body ->> 'shareable')::boolean and ${which} order by since desc, id limit ${mostNew}`)
}

function toItem(row: AssetRow, { id, at, tags, until }: { id: string; at: number; tags: string[]; until?: number | undefined }): Record<string, unknown>[] {
  const url = safeAssetUrl(row.url ?? '')
  if (url === undefined) return []
  return [{
    id, url, title: row.title, content_text: row.abstract, date_published: iso(at), date_modified: iso(Math.max(at, row.updated_at)),
    ...(tags.length > 0 && { tags }), ...(row.language && { language: row.language }), ...(until !== undefined && { _leadside: { until: iso(until) } }),
  }]
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
