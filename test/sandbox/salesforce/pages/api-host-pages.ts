import { type Context, Hono } from 'hono'
import { cookieOf, sessionCookie } from '../cookies.ts'
import type { Org } from '../org.ts'
import type { Session } from '../sessions.ts'
import { classicPage } from './classic.ts'
import { safePath } from './page-host.ts'
import { staticFile } from './static-files.ts'

const pageSessionMs = 2 * 3_600_000

/** What the API host shows to people: sign-in for the Lightning host, switching users, Classic pages. */
export function createApiHostPages(org: Org): Hono {
  const app = new Hono()
  const [usualPageHost = ''] = org.plan.pageHosts
  const [firstUser] = org.plan.users

  /** The browser's session, or a new one for the org's first user: nobody types a password here. */
  const signedIn = (c: Context): Session => org.sessions.find(cookieOf(c.req.raw, 'sid') ?? '', org.clock()) ?? org.signIn(firstUser?.key ?? '')
  const toPageHost = (c: Context, session: Session, host: string, path: string): Response => {
    const door = org.sessions.open('page', session.user, [], org.clock() + pageSessionMs)
    const location = `https://${host}/secur/contentDoor?sid=${encodeURIComponent(door.token)}&retURL=${encodeURIComponent(path)}`
    return c.body(null, 302, { location, 'set-cookie': sessionCookie(session.token) })
  }

  app.get('/secur/frontdoor', (c) => {
    const asked = c.req.query('host') ?? ''
    const host = org.plan.pageHosts.includes(asked) ? asked : usualPageHost
    return toPageHost(c, signedIn(c), host, safePath(c.req.query('retURL')))
  })
  app.get('/sandbox/login-as/:user', (c) => toPageHost(c, org.signIn(c.req.param('user')), usualPageHost, safePath(c.req.query('retURL'))))
  app.get('/sandbox/classic.css', (c) => {
    const { body, type } = staticFile('classic.css')
    return c.body(body, 200, { 'content-type': type })
  })
  app.get('/favicon.ico', (c) => c.body(null, 204))
  app.get('/', (c) => c.redirect(`https://${usualPageHost}/lightning/page/home`, 302))
  app.get('/*', (c) => {
    const session = signedIn(c)
    const page = classicPage(org, session.user, c.req.path)
    if (page === undefined) return c.body('<!doctype html><title>URL No Longer Exists</title>', 404, { 'content-type': 'text/html;charset=UTF-8' })
    return c.body(String(page.markup), page.status, { 'content-type': 'text/html;charset=UTF-8', 'cache-control': 'no-store', 'set-cookie': sessionCookie(session.token) })
  })
  return app
}
