import { type Context, Hono } from 'hono'
import { cookieOf, sessionCookie } from '../cookies.ts'
import type { Org } from '../org.ts'
import type { Session } from '../sessions.ts'
import { recordPath } from './routes.ts'
import { lightningPage } from './shell.ts'
import { staticFile } from './static-files.ts'
import { pageHeaders, variantOf } from './variants.ts'
import { renderView } from './view.ts'

/**
 * The Lightning host of an org. A visitor without its cookie goes through the API host's sign-in and comes back with one, which is of no use for the API;
 * calls to the API under this host are redirected to the API host, which makes browsers drop `Authorization`.
 */
export function createPageHost(org: Org): Hono {
  const app = new Hono()
  const home = `https://${org.plan.apiHost}`

  app.all('/services/*', (c) => c.redirect(`${home}${c.req.path}${new URL(c.req.url).search}`, 302))
  app.get('/secur/contentDoor', (c) => {
    const target = safePath(c.req.query('retURL'))
    return c.body(null, 302, { location: target, 'set-cookie': sessionCookie(c.req.query('sid') ?? '') })
  })
  for (const name of ['app.js', 'hostile.js', 'lightning.css'] as const) {
    const { body, type } = staticFile(name)
    // Cross-origin isolation and sandboxed pages load these as strangers.
    app.get(`/sandbox/${name}`, (c) => c.body(body, 200, { 'content-type': type, 'cache-control': 'max-age=3600', 'cross-origin-resource-policy': 'cross-origin' }))
  }
  app.get('/favicon.ico', (c) => c.body(null, 204))
  app.get('/', (c) => c.redirect('/lightning/page/home', 302))
  app.get('/sandbox/view', (c) => {
    const session = sessionOf(c, org)
    if (session === undefined) return c.body(null, 401)
    const { title, body } = renderView(org, session.user, new URL(c.req.query('url') ?? '/', c.req.url))
    return c.body(String(body), 200, { 'content-type': 'text/html;charset=UTF-8', 'x-title': encodeURIComponent(title) })
  })
  app.post('/sandbox/convert', async (c) => {
    const { contactId } = org.convertLead(String((await c.req.parseBody()).leadId))
    return c.redirect(recordPath('Contact', contactId), 303)
  })
  const showPage = (c: Context): Response => {
    const url = new URL(c.req.url)
    const session = sessionOf(c, org)
    if (session === undefined) return c.redirect(`${home}/secur/frontdoor?host=${url.hostname}&retURL=${encodeURIComponent(url.pathname + url.search)}`, 302)
    const variant = variantOf(url, org.switches.pageVariant)
    return c.body(String(lightningPage(org, session.user, url, variant)), 200, pageHeaders(variant))
  }
  app.get('/lightning/*', showPage)
  app.get('/one/*', showPage)
  return app
}

/** A path of the same host and nothing else. */
export function safePath(text: string | undefined): string {
  return text !== undefined && /^\/(?!\/)/.test(text) ? text : '/lightning/page/home'
}

function sessionOf(c: Context, org: Org): Session | undefined {
  const session = org.sessions.find(cookieOf(c.req.raw, 'sid') ?? '', org.clock())
  return session?.kind === 'page' ? session : undefined
}
