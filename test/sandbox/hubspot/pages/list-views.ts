import { html } from 'hono/html'
import { findObjectType } from '../model/object-types.ts'
import type { Portal } from '../model/portal.ts'
import { valueAt } from '../model/record-store.ts'
import type { CrmRecord } from '../model/types.ts'
import { nameOf, recordPath, shownValue } from './facts.ts'
import type { View } from './address.ts'
import { recordView, type Markup } from './record-view.ts'

export type ListAddress = Extract<View, { kind: 'list' }>

const columns: Readonly<Record<string, readonly string[]>> = {
  '0-1': ['email', 'company', 'lifecyclestage', 'hs_lead_status', 'hubspot_owner_id'],
  '0-2': ['domain', 'industry', 'city'],
  '0-3': ['amount', 'dealstage', 'closedate', 'hubspot_owner_id'],
  '0-136': ['hs_lead_label', 'hs_pipeline_stage', 'hs_associated_contact_email', 'hubspot_owner_id'],
}

/** A list of records with a preview button each; as a board, the same records in cards by stage. */
export function listView(portal: Portal, view: ListAddress): Markup {
  const { board, mine } = view
  const type = findObjectType(view.type)
  if (type === undefined) return html`<div class="page"><h1>Nothing here</h1></div>`
  const records = portal.records
    .all(type.id)
    .filter((record) => nameOf(record).toLowerCase().includes(view.query.toLowerCase()))
    .filter((record) => !mine || valueAt(record, 'hubspot_owner_id', Infinity) === portal.signedIn)
  const current = board ? 'board' : mine ? 'my' : 'all'
  const base = `/contacts/${portal.id}/objects/${type.id}/views`
  return html`<div class="page">
    <h1>${type.plural} <small>${records.length} records</small></h1>
    <nav class="tabs">
      ${[
        ['all', `All ${type.plural}`, 'all/list'],
        ['my', `My ${type.plural}`, 'my/list'],
        ['board', 'Board', 'all/board'],
      ].map(([key, label, path]) => html`<a href="${base}/${path}" aria-current="${key === current ? 'page' : 'false'}">${label}</a>`)}
    </nav>
    ${board ? boardOf(portal, type.id, records) : table(portal, type.id, records)}
    <aside class="preview" data-test-id="preview-panel" hidden></aside>
  </div>`
}

function table(portal: Portal, type: string, records: readonly CrmRecord[]): Markup {
  const names = columns[type] ?? []
  return html`<table>
    <thead>
      <tr>
        <th>Name</th>
        ${names.map((name) => html`<th>${portal.schema.find(type, name)?.label ?? name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${records.map(
        (record) =>
          html`<tr data-record-id="${record.id}">
            <td>
              <a href="${linkFrom(portal, record)}">${nameOf(record)}</a>
              <button type="button" class="peek" data-preview="${recordPath(portal, record)}">Preview</button>
            </td>
            ${names.map((name) => html`<td>${shownValue(portal, record, name)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

function boardOf(portal: Portal, type: string, records: readonly CrmRecord[]): Markup {
  const property = type === '0-1' ? 'lifecyclestage' : type === '0-3' ? 'dealstage' : 'hs_pipeline_stage'
  const stages = portal.schema.find(type, property)?.options ?? []
  return html`<div class="board">
    ${stages.map(
      ({ value, label }) =>
        html`<section>
          <h3>${label}</h3>
          ${records
            .filter((record) => valueAt(record, property, Infinity) === value)
            .map((record) => html`<p class="card"><a href="${linkFrom(portal, record)}">${nameOf(record)}</a></p>`)}
        </section>`,
    )}
  </div>`
}

/** The link of a list carries the way back, as HubSpot's do. */
function linkFrom(portal: Portal, record: CrmRecord): string {
  return `${recordPath(portal, record)}?eschref=${encodeURIComponent(`/contacts/${portal.id}/objects/${record.type}/views/all/list`)}`
}

/** The prospecting workspace: the leads on the left, and the one the address names beside them. */
export function prospectingView(portal: Portal, leadId: string | undefined): Markup {
  const leads = portal.records.all('0-136')
  const chosen = leadId === undefined ? undefined : portal.records.find('0-136', leadId)
  return html`<div class="workspace">
    <nav class="queue">
      <h2>Leads</h2>
      ${leads.map(
        (lead) =>
          html`<a href="/prospecting/${portal.id}/leads/view/all-leads?leadId=${lead.id}" aria-current="${lead.id === leadId ? 'page' : 'false'}"
            ><b>${nameOf(lead)}</b><small>${shownValue(portal, lead, 'hs_pipeline_stage')} · ${shownValue(portal, lead, 'hs_lead_label')}</small></a
          >`,
      )}
    </nav>
    ${
      chosen === undefined
        ? html`<div class="page">
            <h1>Prospecting</h1>
            <p>Choose a lead to work on.</p>
          </div>`
        : recordView(portal, chosen, '')
    }
  </div>`
}
