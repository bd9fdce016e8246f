import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import { Hono, type Context } from 'hono'
import { log, mailHeaders } from '../data/engagements.ts'
import { plainText, stamp } from '../format.ts'
import { findObjectType } from '../model/object-types.ts'
import { signedInOwner, type Portal } from '../model/portal.ts'
import type { OauthStore } from '../oauth/store.ts'
import type { Switches } from '../switches.ts'
import { readAddress, type View } from './address.ts'
import { composerView } from './composer.ts'
import { consentView, readConsent } from './consent.ts'
import { nameOf } from './facts.ts'
import { layout } from './layout.ts'
import { listView, prospectingView } from './list-views.ts'
import { recordView, type Markup } from './record-view.ts'

export interface PagesDeps {
  portals: ReadonlyMap<number, Portal>
  oauth: OauthStore
  switches(): Switches
  clock(): number
}

const clientFile = (name: string): string => readFileSync(new URL(`client/${name}`, import.meta.url), 'utf8')

/** `app.hubspot.com` and its siblings: the pages a rep works in. An account is shown only on its own host. */
export function createPages({ portals, oauth, switches, clock }: PagesDeps): (request: Request) => Promise<Response> {
  const portalFor = (host: string, id: number): Portal | undefined => {
    const portal = portals.get(id)
    return portal?.host === host ? portal : undefined
  }
  const portalsOf = (host: string): Portal[] => [...portals.values()].filter((portal) => portal.host === host)

  const app = new Hono()
    .get('/sandbox/app.js', (c) => c.body(clientFile('app.js'), 200, { 'content-type': 'text/javascript; charset=utf-8' }))
    .get('/sandbox/app.css', (c) => c.body(clientFile('app.css'), 200, { 'content-type': 'text/css; charset=utf-8' }))
    .get('/sandbox/view', async (c) => {
      const shown = show(new URL(c.req.query('path') ?? '/', c.req.url))
      return c.json({ title: shown.title, html: String(await shown.view) })
    })
    .post('/sandbox/send', async (c) => {
      const mail: { portal?: string; contact?: string; subject?: string; body?: string } = await c.req.json()
      const portal = portalFor(new URL(c.req.url).hostname, Number(mail.portal))
      const contact = portal?.records.find('0-1', mail.contact ?? '')
      if (portal === undefined || contact === undefined || !switches().connectedInbox) return c.json({ message: 'not sent' }, 409)
      const owner = signedInOwner(portal)
      const at = clock()
      const record = log(portal, contact, owner, 'email', at, {
        hs_timestamp: stamp(at),
        hs_email_direction: 'EMAIL',
        hs_email_status: 'SENT',
        hs_email_subject: mail.subject ?? '',
        hs_email_html: mail.body ?? '',
        hs_email_text: plainText(mail.body ?? ''),
        hs_email_headers: mailHeaders(owner, contact),
      })
      portal.journal.push({
        at,
        portal: portal.id,
        action: 'sent-mail',
        objectType: 'emails',
        id: record.id,
        detail: { contact: contact.id, subject: mail.subject },
        by: 'CRM_UI',
      })
      return c.json({ id: record.id })
    })
    .get('/oauth/authorize', (c) => {
      const url = new URL(c.req.url)
      const request = readConsent(url.searchParams, oauth)
      return c.html(consentView(request, portalsOf(url.hostname), url.search), 'refusal' in request ? 400 : 200)
    })
    .post('/oauth/authorize', async (c) => {
      const url = new URL(c.req.url)
      const request = readConsent(url.searchParams, oauth)
      const portal = portalFor(url.hostname, Number((await c.req.formData()).get('portal')))
      if ('refusal' in request || portal === undefined) return c.html(consentView({ refusal: 'Authorization failed.' }, [], ''), 400)
      const target = new URL(request.redirectUri)
      target.searchParams.set('code', oauth.grant({ ...request, portal }, clock()))
      if (request.state !== undefined) target.searchParams.set('state', request.state)
      return c.redirect(target.href, 302)
    })
    .get('/', (c) => c.redirect(`/contacts/${portalsOf(new URL(c.req.url).hostname)[0]?.id}/objects/0-1/views/all/list`))
    .get('*', page)

  function page(c: Context): Response | Promise<Response> {
    const url = new URL(c.req.url)
    const shown = show(url)
    const portal = shown.portal ?? portalsOf(url.hostname)[0]
    if (portal === undefined) return c.text('no account on this host', 404)
    const policy = switches().pageSecurityPolicy
    if (policy !== null) c.header('content-security-policy', policy)
    c.header('cache-control', 'no-store')
    return c.html(layout(portal, shown.title, shown.view), shown.portal === undefined ? 404 : 200)
  }

  function show(url: URL): { title: string; view: Markup; portal: Portal | undefined } {
    const view = readAddress(url)
    const portal = view === undefined ? undefined : portalFor(url.hostname, view.portal)
    if (view === undefined || portal === undefined) {
      return { title: 'No access', view: html`<div class="page"><h1>You do not have access to this account</h1></div>`, portal }
    }
    return { portal, ...shownView(portal, view) }
  }

  function shownView(portal: Portal, view: View): { title: string; view: Markup } {
    switch (view.kind) {
      case 'record': {
        const type = findObjectType(view.type)
        const record = type === undefined ? undefined : portal.records.find(type.id, view.id)
        if (record === undefined)
          return {
            title: 'Record not found',
            view: html`<div class="page">
              <h1>This record does not exist</h1>
              <p>It may have been deleted or merged.</p>
            </div>`,
          }
        const composer = view.mail === undefined ? '' : composerView(portal, record, view.mail, switches().connectedInbox)
        return { title: nameOf(record), view: html`${recordView(portal, record, view.tab)}${composer}` }
      }
      case 'list':
        return { title: 'Contacts', view: listView(portal, view) }
      case 'prospecting':
        return { title: 'Prospecting', view: prospectingView(portal, view.leadId) }
      default:
        return {
          title: view.title,
          view: html`<div class="page">
            <h1>${view.title}</h1>
            <p>Nothing to see in the sandbox.</p>
          </div>`,
        }
    }
  }

  return async (request) => app.fetch(request)
}
