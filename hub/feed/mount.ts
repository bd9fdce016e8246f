import type { Hono } from 'hono'
import { sql } from 'kysely'
import { AppError } from '@/lib/domain/errors'
import { firstRow } from '../db/database'
import { asHub } from '../db/scope'
import type { HubDeps } from '../deps'
import { digest, digestHex } from '../secrets/digest'
import { readFeed } from './read-feed'

export function feedUrl(hubUrl: string, token: string): string {
  return `${hubUrl}/feed/${token}`
}

/** What is promoted and new, as a JSON Feed, for whoever has the address. It holds what reps may send to anybody, and nobody's name. */
export function mountFeed(app: Hono, deps: HubDeps): void {
  app.get('/feed/:token', async (c) => {
    const token = c.req.param('token')
    const known = await firstRow(deps.db, sql`select id from feed where token_hash = ${digest(token)} and revoked_at is null`)
    if (!known) throw new AppError('not-found')
    const body = JSON.stringify(await asHub(deps.db, (tx) => readFeed(tx, feedUrl(deps.config.url, token), deps.now())))
    const tag = `W/"${digestHex(body).slice(0, 32)}"`
    c.header('etag', tag)
    c.header('cache-control', 'private, max-age=300')
    c.header('x-robots-tag', 'noindex')
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    return c.body(body, 200, { 'content-type': 'application/feed+json; charset=utf-8' })
  })
}
