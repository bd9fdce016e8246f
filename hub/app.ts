import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import { sql } from 'kysely'
import { AppError } from '@/lib/domain/errors'
import { portalHeader } from '@/lib/hub-client/contract'
import type { HubDeps } from './deps'
import { mountFeed } from './feed/mount'
import { mountHubspotCallback } from './hubspot/callback'
import { budgetHeaders } from './hubspot/call'
import { mount } from './http/mount'
import { describeApi } from './http/openapi'
import { answerProblem, toRefusal } from './http/problem'
import { mountLinks, onLinksHost } from './links/mount'
import { mountJoinPage } from './people/join-page'
import { routes } from './routes'

/** The server as a function of requests: opens no port and keeps nothing in memory. */
export function createApp(deps: HubDeps): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    const from = deps.now()
    await next()
    deps.log.info('request', { method: c.req.method, route: routeOf(c.req.path), status: c.res.status, ms: deps.now() - from })
  })
  // Before everything else: the address for prospects serves links only.
  app.use(onLinksHost(deps.config))
  mountLinks(app, deps)
  app.use(secureHeaders({ referrerPolicy: 'no-referrer', crossOriginResourcePolicy: false }))
  app.use('/v1/*', cors({ origin: '*', allowHeaders: ['authorization', 'content-type', 'if-none-match', portalHeader], exposeHeaders: ['etag', ...budgetHeaders], maxAge: 86_400 }))
  app.use(compress())
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    await sql`select 1`.execute(deps.db)
    return c.json({ ok: true })
  })
  const description = describeApi(routes, deps.config.url)
  app.get('/openapi.json', (c) => c.json(description))
  mountJoinPage(app)
  mountFeed(app, deps)
  mountHubspotCallback(app, deps)
  for (const route of routes) mount(app, deps, route)
  app.notFound((c) => answerProblem(c, new AppError('not-found')))
  app.onError((error, c) => answerProblem(c, toRefusal(error, deps.log)))
  return app
}

const doors = new Set(['', 'healthz', 'readyz', 'openapi.json', 'join', 'join.js', 'hubspot', ...routes.map(({ path }) => `v1/${path.split('/')[1] ?? ''}`)])

/** The path without what names somebody or something; of one that leads nowhere, whatever somebody wrote there, nothing. */
function routeOf(path: string): string {
  const [, first = '', second] = path.split('/')
  if (first === 'l' || first === 'feed') return `/${first}/…`
  const door = first === 'v1' ? `v1/${second ?? ''}` : first
  return doors.has(door) ? `/${door}` : '/…'
}
