import { html } from 'hono/html'
import type { Reader } from '../reader.ts'
import type { Row } from '../store.ts'
import { type Markup, moment, recordLink, shown } from './markup.ts'

interface Entry {
  at: string
  icon: string
  title: Markup
  text: string
}

const mostEntries = 40

/** The activity column of a person: tasks to do, then what happened, newest first. */
export function timeline(reader: Reader, personId: string): Markup {
  const tasks = rowsOf(reader, 'Task').filter((row) => row.WhoId === personId)
  const upcoming = tasks.filter((row) => row.IsClosed !== true)
  const past = [...tasks.filter((row) => row.IsClosed === true).map(taskEntry), ...mailEntries(reader, personId)].sort((a, b) => (a.at < b.at ? 1 : -1))
  return html`<section class="card activity"><h2>Activity</h2>
<div class="composer-row">${['Email', 'Log a Call', 'New Task', 'New Event'].map((label) => html`<button type="button">${label}</button>`)}</div>
<h3>Upcoming &amp; Overdue</h3>
${upcoming.length === 0 ? html`<p class="quiet">No next steps. To get things moving, add a task.</p>` : html`<ul>${upcoming.map((row) => html`<li><span class="dot task"></span><div><strong>${recordLink('Task', row)}</strong><p>Due ${shown(row.ActivityDate)}</p></div></li>`)}</ul>`}
<h3>Past activity</h3>
${past.length === 0 ? html`<p class="quiet">No past activity.</p>` : html`<ul>${past.slice(0, mostEntries).map(entryItem)}</ul>`}
${past.length > mostEntries ? html`<p class="quiet">${past.length - mostEntries} more</p>` : ''}</section>`
}

function entryItem({ at, icon, title, text }: Entry): Markup {
  return html`<li><span class="dot ${icon}"></span><div><strong>${title}</strong><time>${moment(at)}</time><p>${text}</p></div></li>`
}

function taskEntry(row: Row): Entry {
  const icon = row.TaskSubtype === 'Email' ? 'mail' : row.TaskSubtype === 'Call' ? 'call' : 'task'
  return { at: String(row.CompletedDateTime ?? row.CreatedDate), icon, title: recordLink('Task', row), text: String(row.Description ?? '') }
}

function mailEntries(reader: Reader, personId: string): Entry[] {
  const mailIds = rowsOf(reader, 'EmailMessageRelation').filter((row) => row.RelationId === personId).map((row) => row.EmailMessageId)
  return rowsOf(reader, 'EmailMessage')
    .filter((row) => mailIds.includes(row.Id ?? null) && row.FirstOpenedDate !== null)
    .map((row) => ({ at: String(row.LastOpenedDate), icon: 'mail', title: html`Opened: ${String(row.Subject)}`, text: `First opened ${shown(row.FirstOpenedDate)}` }))
}

function rowsOf(reader: Reader, object: string): Row[] {
  const spec = reader.schema.findObject(object)
  return spec === undefined ? [] : reader.rows(spec)
}
