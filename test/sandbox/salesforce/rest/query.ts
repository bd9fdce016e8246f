import type { Context } from 'hono'
import { apiError } from '../api-error.ts'
import { runQuery } from '../soql/run.ts'
import type { RestApp } from './app.ts'
import type { ApiCall, QueryCursor } from './call.ts'

type CallContext = Context<{ Bindings: ApiCall }>

const largestBatch = 2000
const smallestBatch = 200

/** `query`, `queryAll` and the pages that follow. */
export function registerQuery(app: RestApp): void {
  app.get('/services/data/:version/query', (c) => answerQuery(c, false))
  app.get('/services/data/:version/query/', (c) => answerQuery(c, false))
  app.get('/services/data/:version/queryAll', (c) => answerQuery(c, true))
  app.get('/services/data/:version/queryAll/', (c) => answerQuery(c, true))
  app.get('/services/data/:version/query/:locator', (c) => {
    const [, id = '', start = ''] = /^(\w{18})-(\d+)$/.exec(c.req.param('locator')) ?? []
    const cursor = c.env.cursors.get(id)
    if (cursor === undefined) throw apiError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator')
    return c.json(page(c, id, cursor, Number(start)))
  })
}

function answerQuery(c: CallContext, includeDeleted: boolean): Response {
  const soql = c.req.query('q')
  if (soql === undefined || soql.trim() === '') throw apiError(400, 'MALFORMED_QUERY', "A query string has to be specified")
  const { org, session, cursors } = c.env
  const reader = org.reader(session.user, { includeDeleted })
  const version = (c.req.param('version') ?? '').slice(1)
  const { totalSize, records } = runQuery(soql, reader, { version, noInnerSelect: org.switches.noInnerSelect })
  const asked = Number(/batchSize=(\d+)/.exec(c.req.header('sforce-query-options') ?? '')?.[1] ?? largestBatch)
  const cursor = { records, totalSize, batchSize: Math.min(largestBatch, Math.max(smallestBatch, asked)) }
  const id = `01g5g0${String(cursors.size).padStart(9, '0')}AAV`
  if (records.length > cursor.batchSize) cursors.set(id, cursor)
  return c.json(page(c, id, cursor, 0))
}

function page(c: CallContext, id: string, { records, totalSize, batchSize }: QueryCursor, start: number): object {
  const end = start + batchSize
  const done = end >= records.length
  const next = done ? {} : { nextRecordsUrl: `/services/data/${c.req.param('version') ?? ''}/query/${id}-${end}` }
  return { totalSize, done, ...next, records: records.slice(start, end) }
}
