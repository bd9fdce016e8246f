import { html } from 'hono/html'
import type { Portal } from '../model/portal.ts'
import { signedInOwner } from '../model/portal.ts'
import type { Markup } from './record-view.ts'

/** HubSpot's frame: dark navigation on the left, search and account on top, the view in the middle. */
export function layout(portal: Portal, title: string, view: Markup): Markup {
  const owner = signedInOwner(portal)
  const home = `/contacts/${portal.id}`
  const places = [
    ['C', 'Contacts', `${home}/objects/0-1/views/all/list`],
    ['O', 'Companies', `${home}/objects/0-2/views/all/list`],
    ['L', 'Leads', `${home}/objects/0-136/views/all/list`],
    ['D', 'Deals', `${home}/objects/0-3/views/all/board`],
    ['P', 'Prospecting', `/prospecting/${portal.id}/leads`],
    ['I', 'Inbox', `/live-messages/${portal.id}/inbox`],
  ]
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/sandbox/app.css" />
        <link rel="icon" href="data:," />
      </head>
      <body data-portal="${portal.id}">
        <nav class="rail">
          <span class="logo">H</span
          >${places.map(([letter, label, href]) => html`<a href="${href}" title="${label}"><b>${letter}</b><span>${label}</span></a>`)}
        </nav>
        <header class="top">
          <form role="search"><input type="search" placeholder="Search HubSpot (sandbox)" aria-label="Search" /></form>
          <span class="account"><b>${owner.firstName} ${owner.lastName}</b><small>${portal.name} · ${portal.id}</small></span>
        </header>
        <main id="view">${view}</main>
        <div class="toast" role="status" hidden></div>
        <script src="/sandbox/app.js"></script>
      </body>
    </html>`
}
