import { html } from 'hono/html'
import type { Org, OrgUser } from '../org.ts'
import { convertView, homeView, listView } from './lists.ts'
import type { Markup } from './markup.ts'
import { recordView } from './record.ts'
import { viewOf } from './routes.ts'

/** What fills the main area at an address, for the user who looks. */
export function renderView(org: Org, user: OrgUser, url: URL): { title: string; body: Markup } {
  const reader = org.reader(user)
  const view = viewOf(url)
  switch (view.kind) {
    case 'record':
      return recordView(reader, view.id, view.action)
    case 'list':
      return listView(reader, view.object)
    case 'convert':
      return convertView(reader, view.leadId)
    case 'home':
      return homeView(reader, user.name)
    case 'setup':
      return { title: 'Setup | Salesforce', body: html`<section class="card"><h1>Setup Home</h1><p class="quiet">Users, objects, apps and security of ${org.plan.name}.</p></section>` }
    case 'other':
      return { title: `${view.title} | Salesforce`, body: html`<section class="card"><h1>${view.title}</h1></section>` }
  }
}
