import type { Hono, MiddlewareHandler } from 'hono'
import { sql } from 'kysely'
import { safeAssetUrl } from '@/lib/domain/safe-url'
import { firstRow } from '../db/database'
import type { HubConfig, HubDeps } from '../deps'
import { originOf, viewerTag, type Origin } from '../http/visitor'
import { dailySalt } from '../secrets/vault'
import { labelView } from './agent'
import { recordView } from './record-view'

interface Target { slug: string; asset_id: string; created_at: number; url: string | null; settings: unknown }

const lost = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Not found</title><p>This link leads nowhere any more.</p></html>'

/** The redirect. Where it goes is the asset's own address and nothing of the request; what is known of the visitor stays here. */
export function mountLinks(app: Hono, deps: HubDeps): void {
  app.get('/l/:slug', async (c) => {
    c.header('referrer-policy', 'no-referrer')
    c.header('cache-control', 'no-store')
    c.header('x-robots-tag', 'noindex')
    const slug = c.req.param('slug')
    const found = /^[\w-]{20,40}$/.test(slug) ? await firstRow(deps.db, lookUp(slug)) : undefined
    const url = safeAssetUrl(found?.url ?? '')
    if (!found || url === undefined) return c.html(lost, 404)
    const at = deps.now()
    const origin = originOf(c, deps)
    const label = (own: boolean) => labelView({ at, sentAt: found.created_at, method: c.req.method, own, header: (name) => c.req.header(name) })
    deps.later(async () => recordView(deps, { slug, assetId: found.asset_id, at, agent: label(await isMember(deps, origin)), settings: found.settings }))
    return c.redirect(url, 302)
  })
}

/** Whether a member of the hub was seen today in the same place with the same browser. */
async function isMember(deps: HubDeps, origin: Origin): Promise<boolean> {
  const tag = viewerTag(origin, await dailySalt(deps))
  return tag !== undefined && await firstRow(deps.db, sql`select id from session where viewer_tag = ${tag} and revoked_at is null limit 1`) !== undefined
}

function lookUp(slug: string) {
  return sql<Target>`select slug, asset_id, link.created_at, body ->> 'url' as url, (select value from setting where name = 'hub') as settings
    from link join asset on asset.id = asset_id where slug = ${slug}`
}

/** Where links have an address of their own, nothing else of the hub answers there. */
export function onLinksHost({ url, linksUrl }: HubConfig): MiddlewareHandler {
  const [own, links] = [new URL(url).host, new URL(linksUrl).host]
  return async (c, next) => {
    const asked = c.req.header('host') ?? new URL(c.req.url).host
    if (own !== links && asked === links && !c.req.path.startsWith('/l/')) return c.html(lost, 404)
    await next()
    return undefined
  }
}
