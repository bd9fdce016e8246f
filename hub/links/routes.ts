import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { recordKey } from '@/lib/domain/record-ref'
import { safeAssetUrl } from '@/lib/domain/safe-url'
import { linkAnswer, linkCountQuery, linkCounts, linkRequest, linkViewPage, pageQuery, type LinkAnswer, type LinkRequest } from '@/lib/hub-client/contract'
import { firstRow, rows, type Tx } from '../db/database'
import { lastNumber } from '../db/number'
import type { HubDeps } from '../deps'
import { pageFrom, pageOf } from '../http/page'
import { route, type Route } from '../http/route'
import { readSettings } from '../people/settings'
import { secretText } from '../secrets/digest'
import { linkState } from './state'

const everybody = ['owner', 'marketer', 'rep'] as const
/** 144 bits: nobody guesses one. */
const slugBytes = 18
const pageSize = 500

interface ViewRow { id: string; seq: number; slug: string; link_id: string; asset_id: string; record_key: string; at: number; agent_by: 'human' | 'machine' | 'unknown'; agent_cause: string }

export const linkRoutes: readonly Route[] = [
  route({
    method: 'POST', path: '/links', summary: 'The address to send for an asset: a tracked link, or the asset\'s own', roles: everybody,
    body: linkRequest, answer: linkAnswer,
    async handle({ tx, deps, body, who }) {
      const own = await sendable(tx, body.assetId)
      const state = linkState(await readSettings(tx), deps.config)
      return state.open ? linkTo(tx, deps, body, who.personId) : { url: own, tracked: false, reason: state.reason }
    },
  }),
  route({
    method: 'GET', path: '/views', summary: 'Openings of links after a cursor: of one\'s own, for marketers and owners of all', roles: everybody,
    query: pageQuery, answer: linkViewPage,
    tag: async ({ tx, query, who }) => `${who.personId}-${query.after ?? '0'}-${query.limit ?? ''}-${await lastNumber(tx, 'view')}`,
    audit: () => ({ act: 'views-read' }),
    async handle({ tx, query }) {
      const page = pageFrom(query, pageSize)
      const found = await rows(tx, sql<ViewRow>`select link_view.id, seq, link_view.slug, link.id as link_id, asset_id, record_key, at, agent_by, agent_cause
        from link_view join link on link.slug = link_view.slug where seq > ${page.after} order by seq limit ${page.limit + 1}`)
      return pageOf(found, page, toView)
    },
  }),
  route({
    method: 'GET', path: '/views/counts', summary: 'Openings by asset and day, of all assets or one; no record and no person', roles: ['owner', 'marketer'], query: linkCountQuery, answer: linkCounts,
    handle: async ({ tx, query }) => ({ items: await rows(tx, sql<z.input<typeof linkCounts>['items'][number]>`
      select asset_id as "assetId", day::text as day, agent_by as by, n from link_count where asset_id = coalesce(${query.asset ?? null}, asset_id) order by day desc, asset_id limit 5000`) }),
  }),
]

/** @throws AppError `not-found`, or `invalid` where the asset may not be sent */
async function sendable(tx: Tx, assetId: string): Promise<string> {
  const row = await firstRow(tx, sql<{ status: string; shareable: boolean; url: string | null }>`
    select status, (body ->> 'shareable')::boolean as shareable, body ->> 'url' as url from asset where id = ${assetId}`)
  if (!row) throw new AppError('not-found', { detail: 'asset' })
  const url = safeAssetUrl(row.url ?? '')
  if (row.status !== 'approved' || !row.shareable || url === undefined) throw new AppError('invalid', { detail: 'asset' })
  return url
}

async function linkTo(tx: Tx, { config, now, random }: HubDeps, asked: LinkRequest, personId: string): Promise<LinkAnswer> {
  await sql`insert into link (slug, id, asset_id, record_key, person_id, send_id, created_at)
    values (${secretText(random, slugBytes)}, ${asked.id}, ${asked.assetId}, ${recordKey(asked.ref)}, ${personId}, ${asked.sendId ?? null}, ${now()})
    on conflict (id) do nothing`.execute(tx)
  const row = await firstRow(tx, sql<{ slug: string }>`select slug from link where id = ${asked.id} and person_id = ${personId}`)
  if (!row) throw new AppError('conflict', { detail: 'id' })
  return { url: `${config.linksUrl}/l/${row.slug}`, tracked: true, slug: row.slug }
}

function toView(row: ViewRow): z.input<typeof linkViewPage>['items'][number] {
  return { id: row.id, slug: row.slug, linkId: row.link_id, assetId: row.asset_id, record: row.record_key, at: row.at, agent: { by: row.agent_by, cause: row.agent_cause } }
}
