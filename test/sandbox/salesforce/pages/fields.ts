import { html } from 'hono/html'
import type { Reader } from '../reader.ts'
import type { ObjectSpec } from '../schema/types.ts'
import type { Row } from '../store.ts'
import { type Markup, recordLink, shown } from './markup.ts'

/** A field with its label, or nothing where the user may not see it; references become links. */
export function fieldValue(reader: Reader, spec: ObjectSpec, row: Row, name: string): { label: string; value: Markup } | undefined {
  const field = reader.schema.findField(spec, name)
  if (field === undefined) return undefined
  const value = row[field.name]
  const parent = field.type === 'reference' && typeof value === 'string' ? reader.find(value) : undefined
  const label = field.picklist.find((entry) => entry.value === value)?.label
  if (parent !== undefined) return { label: field.label, value: recordLink(parent.spec.name, parent.row) }
  if (field.type === 'email' && typeof value === 'string') return { label: field.label, value: html`<a href="mailto:${value}">${value}</a>` }
  return { label: field.label, value: html`${label ?? shown(value)}` }
}

/** A list of label and value pairs. */
export function fieldList(reader: Reader, spec: ObjectSpec, row: Row, names: readonly string[], className: string): Markup {
  const pairs = names.flatMap((name) => fieldValue(reader, spec, row, name) ?? [])
  return html`<dl class="${className}">${pairs.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}
