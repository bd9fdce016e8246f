import { html } from 'hono/html'
import type { Reader } from '../reader.ts'
import type { Row } from '../store.ts'
import { fieldValue } from './fields.ts'
import { type Markup, recordLink } from './markup.ts'

interface RelatedList {
  title: string
  object: string
  /** The fields that may hold the page's record. */
  keys: readonly string[]
  columns: readonly string[]
}

const personLists: readonly RelatedList[] = [
  { title: 'Campaign History', object: 'CampaignMember', keys: ['LeadId', 'ContactId'], columns: ['CampaignId', 'Status', 'FirstRespondedDate'] },
  { title: 'Content Deliveries', object: 'ContentDistribution', keys: ['RelatedRecordId'], columns: ['Name', 'ViewCount', 'LastViewDate'] },
  { title: 'Lead Feedback', object: 'Lead_Feedback__c', keys: ['Lead__c', 'Contact__c'], columns: ['Name', 'Verdict__c', 'Reason__c', 'Rep_Name__c'] },
]

const lists: Record<string, readonly RelatedList[]> = {
  Lead: personLists,
  Contact: [...personLists, { title: 'Opportunities', object: 'OpportunityContactRole', keys: ['ContactId'], columns: ['OpportunityId', 'Role'] }],
  Account: [
    { title: 'Contacts', object: 'Contact', keys: ['AccountId'], columns: ['Name', 'Title', 'Email'] },
    { title: 'Opportunities', object: 'Opportunity', keys: ['AccountId'], columns: ['Name', 'StageName', 'Amount', 'CloseDate'] },
  ],
  Campaign: [{ title: 'Campaign Members', object: 'CampaignMember', keys: ['CampaignId'], columns: ['Name', 'CompanyOrAccount', 'Status'] }],
}

/** The related lists of a record page. */
export function relatedLists(reader: Reader, object: string, id: string): Markup {
  return html`${(lists[object] ?? []).map((list) => relatedList(reader, list, id))}`
}

function relatedList(reader: Reader, { title, object, keys, columns }: RelatedList, id: string): Markup {
  const spec = reader.schema.findObject(object)
  if (spec === undefined) return html``
  const rows = reader.rows(spec).filter((row) => keys.some((key) => row[key] === id))
  const cells = (row: Row): Markup[] => columns.map((column) => html`<td>${column === 'Name' ? recordLink(object, row) : (fieldValue(reader, spec, row, column)?.value ?? '')}</td>`)
  const heads = columns.map((column) => html`<th>${reader.schema.findField(spec, column)?.label ?? column}</th>`)
  return html`<section class="card related"><h2>${title} (${rows.length})</h2>
${rows.length === 0 ? '' : html`<table><thead><tr>${heads}</tr></thead><tbody>${rows.slice(0, 10).map((row) => html`<tr>${cells(row)}</tr>`)}</tbody></table>`}</section>`
}
