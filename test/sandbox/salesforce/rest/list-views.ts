import { notFound } from '../api-error.ts'
import { leadViews, viewId } from '../data/list-views.ts'
import { normalizeId } from '../ids.ts'
import type { RestApp } from './app.ts'

const columns = ['Name', 'Company', 'Status', 'Owner.Name']
const systemColumns = ['Id', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp']

/** List views of leads: which there are, and the query behind each. */
export function registerListViews(app: RestApp): void {
  app.get('/services/data/:version/sobjects/Lead/listviews', (c) => {
    const base = `/services/data/${c.req.param('version')}/sobjects/Lead/listviews`
    const listviews = leadViews.map((view) => ({
      describeUrl: `${base}/${viewId(view)}/describe`, developerName: view.name.replaceAll(' ', '_'), id: viewId(view), label: view.name,
      resultsUrl: `${base}/${viewId(view)}/results`, soqlCompatible: true, url: `${base}/${viewId(view)}`,
    }))
    return c.json({ done: true, listviews, nextRecordsUrl: null, size: listviews.length })
  })
  app.get('/services/data/:version/sobjects/Lead/listviews/:id/describe', (c) => {
    const { org } = c.env
    const id = normalizeId(c.req.param('id'))
    const view = leadViews.find((candidate) => viewId(candidate) === id)
    if (view === undefined || !org.rows('ListView').some((row) => row.Id === id)) throw notFound()
    return c.json({
      columns: [...columns, ...systemColumns].map((name) => ({ ascendingLabel: null, descendingLabel: null, fieldNameOrPath: name, hidden: systemColumns.includes(name), label: name, sortable: true, type: 'string' })),
      id, orderBy: [{ fieldNameOrPath: 'Name', nullsPosition: 'first', sortDirection: 'ascending' }, { fieldNameOrPath: 'Id', nullsPosition: 'first', sortDirection: 'ascending' }],
      query: `SELECT ${[...columns, ...systemColumns].join(', ')} FROM Lead WHERE ${view.where} ORDER BY Name ASC NULLS FIRST, Id ASC NULLS FIRST`,
      relatedEntityId: null, scope: 'everything', scopeEntityId: null, sobjectType: 'Lead', whereCondition: { conditions: [] },
    })
  })
}
