import { html } from 'hono/html'
import type { Row, Value } from '../store.ts'
import { recordPath } from './routes.ts'

export type Markup = ReturnType<typeof html>

/** A field's value for people: days and moments in English, nothing as a dash. */
export function shown(value: Value | undefined): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return new Intl.NumberFormat('en').format(value)
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return moment(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(value))
  return value
}

export function moment(value: string): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(Date.parse(value.replace('+0000', 'Z')))
}

/** A link to a record's page. */
export function recordLink(object: string, row: Row): Markup {
  return html`<a href="${recordPath(object, String(row.Id))}">${String(row.Name ?? row.Subject ?? row.Title ?? row.Id)}</a>`
}

export function buttons(labels: readonly string[]): Markup {
  return html`<div class="button-group">${labels.map((label) => html`<button type="button">${label}</button>`)}</div>`
}
