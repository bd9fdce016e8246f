import { html } from 'hono/html'
import { normalizeId } from '../ids.ts'
import type { Org, OrgUser } from '../org.ts'
import type { Reader } from '../reader.ts'
import type { ObjectSpec } from '../schema/types.ts'
import { fieldList, fieldValue } from './fields.ts'
import { layoutOf } from './layouts.ts'
import type { Markup } from './markup.ts'

/** The Classic page at a path of the API host: `/<id>`, `/<id>/e`, `/<prefix>/o`, `/<prefix>/e`; undefined for anything else. */
export function classicPage(org: Org, user: OrgUser, path: string): { status: 200 | 404; markup: Markup } | undefined {
  const [first = '', action] = path.split('/').filter((part) => part !== '')
  const reader = org.reader(user)
  if (path.startsWith('/home/home.jsp')) return { status: 200, markup: shell(user, 'Home', html`<h1>Home</h1>`) }
  const id = normalizeId(first)
  if (id !== undefined) {
    const found = reader.find(id)
    if (found === undefined) return { status: 404, markup: shell(user, 'Insufficient Privileges', html`<h1>Data Not Available</h1><p>The data you were trying to access could not be found.</p>`) }
    const name = String(found.row.Name ?? found.row.Subject ?? id)
    const details = fieldList(reader, found.spec, found.row, layoutOf(found.spec.name).details, 'detail')
    return { status: 200, markup: shell(user, `${found.spec.label}: ${name}`, html`<h1>${found.spec.label}: ${name}</h1><h2>${action === 'e' ? `Edit ${found.spec.label}` : `${found.spec.label} Detail`}</h2>${details}`) }
  }
  const spec = first.length === 3 ? reader.schema.findByPrefix(first) : undefined
  return spec === undefined ? undefined : { status: 200, markup: shell(user, spec.labelPlural, action === 'e' ? html`<h1>New ${spec.label}</h1>` : classicList(reader, spec)) }
}

function classicList(reader: Reader, spec: ObjectSpec): Markup {
  const { columns } = layoutOf(spec.name)
  const rows = reader.rows(spec).slice(0, 25)
  return html`<h1>Recent ${spec.labelPlural}</h1><table><tr>${columns.map((column) => html`<th>${column}</th>`)}</tr>
${rows.map((row) => html`<tr>${columns.map((column, index) => html`<td>${index === 0 ? html`<a href="/${String(row.Id).slice(0, 15)}">${String(row.Name)}</a>` : (fieldValue(reader, spec, row, column)?.value ?? '')}</td>`)}</tr>`)}</table>`
}

function shell(user: OrgUser, title: string, body: Markup): Markup {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} ~ Salesforce</title><link rel="stylesheet" href="/sandbox/classic.css"></head>
<body class="sfdcBody hasMotif homeTab"><div class="bPageHeader"><strong>salesforce classic</strong><span>${user.name}</span></div>
<div class="tabBar"><a href="/home/home.jsp">Home</a><a href="/00Q/o">Leads</a><a href="/003/o">Contacts</a><a href="/701/o">Campaigns</a></div>
<div class="content"><div class="sidebar"><label>Search <input type="search"></label></div><div>${body}</div></div></body></html>`
}
