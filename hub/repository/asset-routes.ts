import { sql } from 'kysely'
import { assetList, assetOutcomes, assetPage, assetSearchQuery, assetWrites, pageQuery } from '@/lib/hub-client/contract'
import { rows } from '../db/database'
import { lastNumber } from '../db/number'
import { pageFrom, pageOf } from '../http/page'
import { route, type Route } from '../http/route'
import { writeAssets } from './write-assets'

const everybody = ['owner', 'marketer', 'rep'] as const
const batchBytes = 16 * 1024 * 1024
const pageSize = 1000

type Body = { id: string; version: number }

export const assetRoutes: readonly Route[] = [
  route({
    method: 'GET', path: '/assets', summary: 'What changed in the repository after a cursor; from the start, all of it', roles: everybody,
    query: pageQuery, answer: assetPage,
    tag: async ({ tx, query, who }) => `${who.role}-${query.after ?? '0'}-${query.limit ?? ''}-${await lastNumber(tx, 'asset')}`,
    async handle({ tx, query }) {
      const page = pageFrom(query, pageSize)
      // The change is seen by everybody, the asset only by whom its row is open to: absent means gone.
      const found = await rows(tx, sql<{ id: string; seq: number; body: Body | null }>`select asset_id as id, seq, body from asset_change
        left join asset on asset.id = asset_id where seq > ${page.after} order by seq limit ${page.limit + 1}`)
      return pageOf(found, page, ({ id, body }) => (body ? { id, asset: body } : { id }))
    },
  }),
  route({
    method: 'POST', path: '/assets', summary: 'Put or remove 1 to 500 assets, each from the version it was made from', roles: ['owner', 'marketer'],
    body: assetWrites, answer: assetOutcomes, maxBytes: batchBytes,
    audit: () => ({ act: 'assets-written' }),
    handle: async ({ tx, body, who, deps }) => ({ outcomes: await writeAssets(tx, body.items, { personId: who.personId, now: deps.now() }) }),
  }),
  route({
    method: 'GET', path: '/assets/search', summary: 'Assets that hold all words; the panel ranks with its own index', roles: everybody,
    query: assetSearchQuery, answer: assetList,
    async handle({ tx, query }) {
      const found = await rows(tx, sql<{ body: Body }>`select body from asset where words @@ websearch_to_tsquery('simple', ${query.q})
        order by ts_rank(words, websearch_to_tsquery('simple', ${query.q})) desc, id limit 50`)
      return { items: found.map(({ body }) => body) }
    },
  }),
]
