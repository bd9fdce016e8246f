import { html } from 'hono/html'
import type { Reader } from '../reader.ts'
import { fieldValue } from './fields.ts'
import { layoutOf } from './layouts.ts'
import { buttons, type Markup, recordLink } from './markup.ts'
import { listPath } from './routes.ts'

const mostRows = 60

/** A list view: every visible record of an object. */
export function listView(reader: Reader, object: string): { title: string; body: Markup } {
  const spec = reader.schema.findObject(object)
  if (spec === undefined) return { title: 'Page not found', body: html`<section class="card empty"><h1>We can't find that page.</h1></section>` }
  const { icon, colour, columns } = layoutOf(spec.name)
  const rows = reader.rows(spec)
  const body = html`<article class="list"><header class="card highlights"><div class="headline"><span class="icon ${colour}" aria-hidden="true">${icon}</span>
<div><p>${spec.labelPlural}</p><h1>All ${spec.labelPlural}</h1></div>${buttons(['New', 'Import', 'Change Owner'])}</div><p class="quiet">${rows.length} items</p></header>
<section class="card table-card"><table><thead><tr>${columns.map((column) => html`<th>${reader.schema.findField(spec, column)?.label ?? column}</th>`)}</tr></thead>
<tbody>${rows.slice(0, mostRows).map((row) => html`<tr>${columns.map((column, index) => html`<td>${index === 0 ? recordLink(spec.name, row) : (fieldValue(reader, spec, row, column)?.value ?? '')}</td>`)}</tr>`)}</tbody></table></section></article>`
  return { title: `${spec.labelPlural} | All`, body }
}

/** The home page: the newest leads and where else to go. */
export function homeView(reader: Reader, userName: string): { title: string; body: Markup } {
  const spec = reader.schema.findObject('Lead')
  const leads = spec === undefined ? [] : reader.rows(spec).toSorted((a, b) => (String(a.CreatedDate) < String(b.CreatedDate) ? 1 : -1))
  const body = html`<article class="home"><section class="card"><h1>Good morning, ${userName.split(' ')[0] ?? ''}. Let's get selling!</h1></section>
<div class="columns"><section class="card"><h2>New leads</h2><ul class="plain">${leads.slice(0, 12).map((row) => html`<li>${recordLink('Lead', row)} <span class="quiet">${String(row.Company)}</span></li>`)}</ul></section>
<section class="card"><h2>Go to</h2><ul class="plain"><li><a href="${listPath('Lead')}">All leads</a></li><li><a href="${listPath('Contact')}">All contacts</a></li><li><a href="/lightning/setup/SetupOneHome/home">Setup</a></li></ul></section></div></article>`
  return { title: 'Home | Salesforce', body }
}

/** The screen on which a lead is converted. */
export function convertView(reader: Reader, leadId: string): { title: string; body: Markup } {
  const found = reader.find(leadId)
  const body = found === undefined
    ? html`<section class="card empty"><h1>This lead isn't available.</h1></section>`
    : html`<section class="card convert"><h1>Convert Lead</h1><p>Create an account and a contact for ${String(found.row.Name)} at ${String(found.row.Company)}.</p>
<form method="post" action="/sandbox/convert"><input type="hidden" name="leadId" value="${leadId}"><button>Convert</button></form></section>`
  return { title: 'Convert Lead | Salesforce', body }
}
