import { html } from 'hono/html'
import type { Reader } from '../reader.ts'
import { convertedLeadStatus, leadStatuses } from '../schema/people.ts'
import type { Row } from '../store.ts'
import { fieldList } from './fields.ts'
import { layoutOf } from './layouts.ts'
import { buttons, type Markup } from './markup.ts'
import { relatedLists } from './related.ts'
import { timeline } from './timeline.ts'

/** A record page: highlights, path, details and activity, or the sentence that stands where the record may not be seen. */
export function recordView(reader: Reader, id: string, action: string): { title: string; body: Markup } {
  const found = reader.find(id)
  if (found === undefined) {
    return { title: 'Lightning Experience', body: html`<section class="card empty"><h1>This record isn't available.</h1><p>It may have been deleted or converted, or it is not shared with you.</p></section>` }
  }
  const { spec, row } = found
  const { icon, colour, highlights, details, actions } = layoutOf(spec.name)
  const name = String(row.Name ?? row.Subject ?? row.Title ?? row.Id)
  const personId = spec.name === 'Account' ? row.PersonContactId : row.Id
  const hasActivity = (spec.name === 'Lead' || spec.name === 'Contact' || row.IsPersonAccount === true) && typeof personId === 'string'
  const convert = spec.name === 'Lead' && row.IsConverted !== true ? html`<a class="button" href="/lightning/cmp/runtime_sales_lead__convertDesktopConsole?leadConvert__leadId=${id}">Convert</a>` : ''
  const body = html`<article class="record windowViewMode-normal active lafPageHost" data-record="${id}">
<header class="card highlights"><div class="headline"><span class="icon ${colour}" aria-hidden="true">${icon}</span><div><p>${spec.label}</p><h1>${name}</h1></div>${convert}${buttons(actions)}</div>
${fieldList(reader, spec, row, highlights, 'highlight-fields')}</header>
${spec.name === 'Lead' ? statusPath(row) : ''}
<div class="columns"><div>
<section class="card"><h2>${action === 'edit' ? `Edit ${name}` : 'Details'}</h2>${fieldList(reader, spec, row, details, 'details')}</section>
${relatedLists(reader, spec.name, id)}</div>
<div>${hasActivity && typeof personId === 'string' ? timeline(reader, personId) : ''}</div></div></article>`
  return { title: `${name} | ${spec.label}`, body }
}

function statusPath(row: Row): Markup {
  const stages = leadStatuses.map((status) => status.replace('*', '')).filter((status) => status !== convertedLeadStatus)
  const current = stages.indexOf(String(row.Status))
  return html`<section class="card path"><ol>${stages.map((stage, index) => html`<li class="${index < current ? 'done' : index === current ? 'current' : ''}">${stage}</li>`)}<li>Converted</li></ol></section>`
}
