import { html, raw } from 'hono/html'
import { expectObjectType } from '../model/object-types.ts'
import type { Portal } from '../model/portal.ts'
import { currentValue } from '../model/record-store.ts'
import type { CrmRecord } from '../model/types.ts'
import { linkedRecords, nameOf, recordPath, shownDate, shownMoment, shownValue } from './facts.ts'
import { contactTimeline, engagements, type TimelineEntry } from './timeline.ts'

export type Markup = ReturnType<typeof html>

const about: Readonly<Record<string, readonly string[]>> = {
  contact: [
    'email',
    'phone',
    'jobtitle',
    'hubspot_owner_id',
    'lifecyclestage',
    'hs_lead_status',
    'hs_analytics_source',
    'quayside_fit_score',
    'hs_persona',
    'hs_email_optout',
    'createdate',
  ],
  company: ['domain', 'industry', 'numberofemployees', 'city', 'country', 'hubspot_owner_id'],
  deal: ['amount', 'dealstage', 'closedate', 'hubspot_owner_id', 'closed_won_reason', 'closed_lost_reason'],
  lead: [
    'hs_lead_label',
    'hs_lead_type',
    'hs_pipeline_stage',
    'hubspot_owner_id',
    'hs_associated_contact_email',
    'hs_associated_company_name',
    'hs_createdate',
  ],
}

const highlights = [
  'createdate', 'lifecyclestage', 'notes_last_contacted', 'hs_analytics_num_page_views', 'num_conversion_events', 'recent_conversion_event_name',
]

/** The three columns of a record page. `tab` is the suffix of the address: empty or `2` for activities, else the overview or a kind. */
export function recordView(portal: Portal, record: CrmRecord, tab: string): Markup {
  const type = expectObjectType(record.type)
  const person = type.singular === 'lead' ? linkedRecords(portal, record, 'contact')[0] : record
  const entries = person !== undefined && person.type === '0-1' ? contactTimeline(portal, person) : engagements(portal, record)
  return html`<div class="record">
    ${sidebar(portal, record)}
    <section class="middle" data-test-id="middle-pane">
      ${tabBar(portal, record, tab)} ${tab === '1' ? overview(portal, record) : timeline(entries, tab)}
    </section>
    <aside class="right" data-test-id="records-right-sidebar">
      ${['contact', 'company', 'deal', 'lead'].filter((kind) => kind !== type.singular).map((kind) => associationCard(portal, record, kind))}
    </aside>
  </div>`
}

function sidebar(portal: Portal, record: CrmRecord): Markup {
  const type = expectObjectType(record.type)
  const name = nameOf(record)
  const initials = name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('')
  const subtitle = type.singular === 'contact' ? [currentValue(record, 'jobtitle'), currentValue(record, 'company')].filter(Boolean).join(' at ') : ''
  const leadside = portal.schema.properties(record.type).filter(({ groupName }) => groupName === 'leadside')
  return html`<aside class="left" data-test-id="left-sidebar">
    <a class="back" href="/contacts/${portal.id}/objects/${type.id}/views/all/list">‹ ${type.plural}</a>
    <div class="who">
      <span class="avatar">${initials}</span>
      <div>
        <h1 data-test-id="record-title">${name}</h1>
        <p>${subtitle}</p>
        <p class="mail">${currentValue(record, 'email') ?? ''}</p>
      </div>
    </div>
    ${type.singular === 'contact' ? actions(portal, record) : ''}
    <h2>About this ${type.singular}</h2>
    ${properties(portal, record, about[type.singular] ?? [])}
    ${
      leadside.length === 0
        ? ''
        : html`<h2>Leadside</h2>
            ${properties(
              portal,
              record,
              leadside.map(({ name: property }) => property).filter((property) => property !== 'leadside_event'),
            )}`
    }
  </aside>`
}

function actions(portal: Portal, contact: CrmRecord): Markup {
  const mailPath = `/contacts/${portal.id}/contact/${contact.id}?interaction=email`
  return html`<nav class="actions">
    ${['Note', 'Email', 'Call', 'Task', 'Meeting'].map(
      (word) => html`<a href="${word === 'Email' ? mailPath : '#'}" data-action="${word.toLowerCase()}"><b>${word[0]}</b>${word}</a>`,
    )}
  </nav>`
}

function properties(portal: Portal, record: CrmRecord, names: readonly string[]): Markup {
  return html`<dl>
    ${names.map(
      (name) =>
        html`<dt>${portal.schema.find(record.type, name)?.label ?? name}</dt>
          <dd data-property="${name}">${shownValue(portal, record, name)}</dd>`,
    )}
  </dl>`
}

function tabBar(portal: Portal, record: CrmRecord, tab: string): Markup {
  const base = recordPath(portal, record)
  const tabs = [
    ['1', 'Overview', `${base}/view/1`],
    ['', 'Activities', base],
    ['emails', 'Emails', `${base}/view/emails`],
    ['notes', 'Notes', `${base}/view/notes`],
    ['tasks', 'Tasks', `${base}/view/tasks`],
  ]
  return html`<nav class="tabs">
    ${tabs.map(([key, label, href]) => html`<a href="${href}" aria-current="${key === tab ? 'page' : 'false'}" data-test-id="tab-${key === '' ? '2' : key}">${label}</a>`)}
  </nav>`
}

function overview(portal: Portal, record: CrmRecord): Markup {
  return html`<div class="card" data-test-id="tab-1-content">
    <h3>Data highlights</h3>
    ${properties(portal, record, record.type === '0-1' ? highlights : (about[expectObjectType(record.type).singular] ?? []))}
  </div>`
}

const tabKinds: Readonly<Record<string, TimelineEntry['kind']>> = { emails: 'email', notes: 'note', tasks: 'task' }
const icons: Readonly<Record<TimelineEntry['kind'], string>> = {
  note: '✎',
  email: '✉',
  call: '☎',
  meeting: '◷',
  task: '☑',
  communication: '✆',
  page: '◧',
  form: '▤',
  marketing: '✉',
  webinar: '▷',
  lifecycle: '↗',
}

function timeline(entries: readonly TimelineEntry[], tab: string): Markup {
  const wanted = tabKinds[tab]
  const shown = entries.filter(({ kind }) => wanted === undefined || kind === wanted)
  const months = Map.groupBy(shown, ({ at }) => new Date(at).toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }))
  if (shown.length === 0)
    return html`<div class="card empty" data-test-id="tab-2-content">
      <p>No activities.</p>
      <p>Track emails, notes and visits here as they happen.</p>
    </div>`
  return html`<div data-test-id="tab-2-content">
    ${[...months].map(
      ([month, group]) =>
        html`<h3 class="month">${month}</h3>
          ${group.map(
            ({ at, kind, title, text }) =>
              html`<article class="card entry" data-kind="${kind}" data-test-id="timeline-card-wrapper">
                <span class="icon" aria-hidden="true">${icons[kind]}</span>
                <div>
                  <header><b>${title}</b><time title="${shownDate(at)}">${shownMoment(at)}</time></header>
                  ${text === '' ? '' : html`<p>${raw(paragraphs(text))}</p>`}
                </div>
              </article>`,
          )}`,
    )}
  </div>`
}

function paragraphs(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>')
}

function associationCard(portal: Portal, record: CrmRecord, kind: string): Markup {
  const records = linkedRecords(portal, record, kind)
  const type = expectObjectType(kind)
  const detail: Readonly<Record<string, string>> = { contact: 'jobtitle', company: 'domain', deal: 'dealstage', lead: 'hs_pipeline_stage' }
  return html`<div class="card" data-test-id="${kind}-card-wrapper">
    <h3>${type.plural} (${records.length})</h3>
    ${records.map(
      (other) =>
        html`<p>
          <a href="${recordPath(portal, other)}">${nameOf(other)}</a><br /><small>${shownValue(portal, other, detail[kind] ?? 'hs_object_id')}</small>
        </p>`,
    )}
  </div>`
}
