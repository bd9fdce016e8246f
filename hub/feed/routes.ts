import { sql } from 'kysely'
import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { clientId, done, feedRequest, feeds, newFeed } from '@/lib/hub-client/contract'
import { changes, firstRow, rows } from '../db/database'
import { route, type Route } from '../http/route'
import { digest, secretText } from '../secrets/digest'
import { feedUrl } from './mount'

const desk = ['owner', 'marketer'] as const
const tokenBytes = 24

interface FeedRow { id: string; name: string; created_at: number }

export const feedRoutes: readonly Route[] = [
  route({
    method: 'GET', path: '/feeds', summary: 'Addresses from which others read what is promoted and new', roles: desk, answer: feeds,
    handle: async ({ tx }) => ({ items: (await rows(tx, sql<FeedRow>`select id, name, created_at from feed where revoked_at is null order by id`)).map(toFeed) }),
  }),
  route({
    method: 'POST', path: '/feeds', summary: 'A new address of the feed; it is shown this once', roles: desk, body: feedRequest, answer: newFeed,
    audit: ({ body }) => ({ act: 'feed-added', target: body.id }),
    async handle({ tx, deps, body, who }) {
      const token = secretText(deps.random, tokenBytes)
      const added = await firstRow(tx, sql<FeedRow>`insert into feed (id, name, token_hash, created_by, created_at)
        values (${body.id}, ${body.name}, ${digest(token)}, ${who.personId}, ${deps.now()}) on conflict (id) do nothing returning id, name, created_at`)
      if (added) return { ...toFeed(added), url: feedUrl(deps.config.url, token) }
      const known = await firstRow(tx, sql<FeedRow>`select id, name, created_at from feed where id = ${body.id}`)
      if (!known) throw new AppError('bug')
      return toFeed(known)
    },
  }),
  route({
    method: 'DELETE', path: '/feeds/:id', summary: 'Revoke an address of the feed', roles: desk, params: z.object({ id: clientId }), answer: done,
    audit: ({ params }) => ({ act: 'feed-revoked', target: params.id }),
    handle: async ({ tx, deps, params }) => ({ done: (await changes(tx, sql`update feed set revoked_at = ${deps.now()} where id = ${params.id} and revoked_at is null`)) > 0 }),
  }),
]

function toFeed({ id, name, created_at }: FeedRow): z.infer<typeof feeds>['items'][number] {
  return { id, name, createdAt: created_at }
}
