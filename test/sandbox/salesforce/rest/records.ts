import type { Context } from 'hono'
import { apiError, notFound } from '../api-error.ts'
import { normalizeId } from '../ids.ts'
import type { FieldSpec, ObjectSpec } from '../schema/types.ts'
import type { Row } from '../store.ts'
import type { RestApp } from './app.ts'
import type { ApiCall } from './call.ts'

type CallContext = Context<{ Bindings: ApiCall }>

/** `sobjects`: create, read, update, delete, and upsert by external id. */
export function registerRecords(app: RestApp): void {
  app.post('/services/data/:version/sobjects/:object', async (c) => {
    const id = writerOf(c).create(expectObject(c), await bodyOf(c))
    return c.json({ id, success: true, errors: [] }, 201, { location: `${c.req.path}/${id}` })
  })
  app.get('/services/data/:version/sobjects/:object/:id', (c) => {
    const spec = expectObject(c)
    return c.json(toRecord(c, spec, expectVisible(c, spec, c.req.param('id'))))
  })
  app.patch('/services/data/:version/sobjects/:object/:id', async (c) => {
    const spec = expectObject(c)
    writerOf(c).update(spec, expectId(c.req.param('id')), await bodyOf(c))
    return c.body(null, 204)
  })
  app.delete('/services/data/:version/sobjects/:object/:id', (c) => {
    writerOf(c).delete(expectObject(c), expectId(c.req.param('id')))
    return c.body(null, 204)
  })
  app.get('/services/data/:version/sobjects/:object/:key/:value', (c) => {
    const spec = expectObject(c)
    const [row, ...others] = matching(c, spec, expectKey(c, spec), c.req.param('value'))
    if (row === undefined) throw notFound()
    return others.length > 0 ? choices(c, spec, [row, ...others]) : c.json(toRecord(c, spec, row))
  })
  app.patch('/services/data/:version/sobjects/:object/:key/:value', (c) => upsert(c))
}

async function upsert(c: CallContext): Promise<Response> {
  const spec = expectObject(c)
  const key = expectKey(c, spec)
  const body = await bodyOf(c)
  const given = Object.keys(body).find((name) => name.toLowerCase() === key.name.toLowerCase() || name.toLowerCase() === 'id')
  if (given !== undefined) throw apiError(400, 'INVALID_FIELD', `The ${given} field should not be specified in the sobject data.`)
  const value = c.req.param('value') ?? ''
  const [row, ...others] = matching(c, spec, key, value)
  if (others.length > 0 && row !== undefined) return choices(c, spec, [row, ...others])
  if (row !== undefined) {
    writerOf(c).update(spec, String(row.Id), body)
    return c.json({ id: row.Id, success: true, errors: [], created: false })
  }
  if (c.req.query('updateOnly') === 'true') throw notFound()
  const id = writerOf(c).create(spec, { ...body, [key.name]: value })
  return c.json({ id, success: true, errors: [], created: true }, 201)
}

function writerOf(c: CallContext): ReturnType<ApiCall['org']['writer']> {
  return c.env.org.writer(c.env.session.user)
}

function expectObject(c: CallContext): ObjectSpec {
  const spec = c.env.org.schema.findObject(c.req.param('object') ?? '')
  if (spec === undefined) throw notFound()
  return spec
}

function expectId(text: string): string {
  const id = normalizeId(text)
  if (id === undefined) throw apiError(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${text}`)
  return id
}

function expectKey(c: CallContext, spec: ObjectSpec): FieldSpec {
  const name = c.req.param('key') ?? ''
  const field = c.env.org.schema.findField(spec, name)
  if (field === undefined || !field.externalId) throw apiError(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${name}`)
  return field
}

function matching(c: CallContext, spec: ObjectSpec, key: FieldSpec, value: string): Row[] {
  return c.env.org.reader(c.env.session.user).rows(spec).filter((row) => row[key.name] === value)
}

function expectVisible(c: CallContext, spec: ObjectSpec, text: string): Row {
  const found = c.env.org.reader(c.env.session.user).find(expectId(text))
  if (found === undefined || found.spec.name !== spec.name) throw notFound()
  return found.row
}

/** Several records share an external id that is not unique: the API lists them with status 300. */
function choices(c: CallContext, spec: ObjectSpec, rows: readonly Row[]): Response {
  return c.json(rows.map((row) => `/services/data/${c.req.param('version') ?? ''}/sobjects/${spec.name}/${String(row.Id)}`), 300)
}

function toRecord(c: CallContext, spec: ObjectSpec, row: Row): object {
  const asked = c.req.query('fields')?.split(',').map((name) => name.trim())
  const { schema } = c.env.org
  const fields = asked === undefined ? schema.fields(spec) : asked.map((name) => {
    const field = schema.findField(spec, name)
    if (field === undefined) throw apiError(400, 'INVALID_FIELD', `No such column '${name}' on entity '${spec.name}'`)
    return field
  })
  const attributes = { type: spec.name, url: `/services/data/${c.req.param('version') ?? ''}/sobjects/${spec.name}/${String(row.Id)}` }
  return { attributes, ...Object.fromEntries(fields.map((field) => [field.name, row[field.name] ?? null])) }
}

async function bodyOf(c: CallContext): Promise<Record<string, unknown>> {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('application/json')) throw apiError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Content type is not supported')
  const body: unknown = JSON.parse(await c.req.text())
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw apiError(400, 'JSON_PARSER_ERROR', 'Cannot deserialize request body: an object is expected at [line:1, column:1]')
  }
  return body as Record<string, unknown>
}
