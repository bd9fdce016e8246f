import { Hono } from 'hono'
import { HubspotError, notNumeric, resourceNotFound } from '../../errors.ts'
import type { ObjectType } from '../../model/object-types.ts'
import type { CrmRecord } from '../../model/types.ts'
import { createRecord, updateRecord } from '../../model/write.ts'
import { demandObjectScopes, objectTypeOf, writeContext, type ApiContext, type ApiEnv } from '../context.ts'
import { listParam, numberParam, readAssociations, readBody, readProperties } from '../input.ts'
import { presentRecord, recordUrl } from '../present.ts'

/** `/crm/objects/{type}` and `/crm/objects/{type}/{id}`. */
export const objectRoutes = new Hono<ApiEnv>()
  .get('/:type', (c) => {
    const type = typeFor(c, 'read')
    const limit = numberParam(c, 'limit', 10, 100)
    const after = Number(c.req.query('after') ?? 0)
    const records = c.env.portal.records.all(type.id).filter((record) => Number(record.id) >= after)
    const next = records[limit]
    const link = `https://api.hubapi.com${new URL(c.env.url).pathname}?limit=${limit}&after=${next?.id}`
    return c.json({
      results: records.slice(0, limit).map((record) => presentRecord(c.env.portal, record, selectionOf(c, type))),
      ...(next === undefined ? {} : { paging: { next: { after: next.id, link } } }),
    })
  })
  .post('/:type', async (c) => {
    const type = typeFor(c, 'write')
    const body = await readBody(c, ['properties', 'associations', 'objectWriteTraceId'])
    const properties = readProperties(body)
    const record = createRecord(c.env.portal, type, properties, readAssociations(body), writeContext(c, type))
    return c.json(presentRecord(c.env.portal, record, { properties: [...record.history.keys()] }), 201, { location: recordUrl(c.env.portal, record) })
  })
  .get('/:type/:id', (c) => {
    const type = typeFor(c, 'read')
    return c.json(presentRecord(c.env.portal, expectRecord(c, type), selectionOf(c, type)))
  })
  .patch('/:type/:id', async (c) => {
    const type = typeFor(c, 'write')
    const properties = readProperties(await readBody(c, ['properties', 'objectWriteTraceId']))
    const record = expectRecord(c, type)
    updateRecord(c.env.portal, record, properties, writeContext(c, type))
    return c.json(presentRecord(c.env.portal, record, { properties: Object.keys(properties) }))
  })
  .delete('/:type/:id', (c) => {
    const type = typeFor(c, 'write')
    const record = c.env.portal.records.find(type.id, c.req.param('id'))
    if (record !== undefined) archive(c, type, record)
    return c.body(null, 204)
  })

export function archive(c: ApiContext, type: ObjectType, record: CrmRecord): void {
  const { portal, now } = c.env
  portal.records.archive(record, now)
  portal.journal.push({ at: now, portal: portal.id, action: 'archive', objectType: type.plural, id: record.id, detail: {}, by: 'INTEGRATION' })
}

/** The object type of the path, if the token may do this to it. */
export function typeFor(c: ApiContext, access: 'read' | 'write'): ObjectType {
  const type = objectTypeOf(c.req.param('type') ?? '')
  demandObjectScopes(c, type, access)
  return type
}

function expectRecord(c: ApiContext, type: ObjectType): CrmRecord {
  const id = c.req.param('id') ?? ''
  const idProperty = c.req.query('idProperty')
  if (idProperty !== undefined) {
    demandIdProperty(c, type, idProperty)
    const found = c.env.portal.records.findBy(type.id, idProperty, id)
    if (found === undefined) throw resourceNotFound()
    return found
  }
  if (!/^\d+$/.test(id)) throw notNumeric(id)
  const record = c.env.portal.records.find(type.id, id)
  if (record === undefined) throw resourceNotFound()
  return record
}

/** Throws 400 unless records can be named by this property. */
export function demandIdProperty(c: ApiContext, type: ObjectType, name: string): void {
  const definition = c.env.portal.schema.find(type.id, name)
  if (definition?.hasUniqueValue === true && name !== 'domain') return
  throw new HubspotError(400, { message: `${name} is not a unique property of ${type.singular.toUpperCase()}`, category: 'VALIDATION_ERROR' })
}

function selectionOf(c: ApiContext, type: ObjectType): Parameters<typeof presentRecord>[2] {
  const properties = listParam(c, 'properties')
  return {
    properties: properties.length === 0 ? undefined : properties,
    history: listParam(c, 'propertiesWithHistory'),
    historyDepth: c.env.switches.historyDepth,
    associations: listParam(c, 'associations'),
    redacted: redactedFor(c, type),
  }
}

/** Bodies of logged mails are kept from tokens without `sales-email-read` where the call itself is allowed. */
export function redactedFor(c: ApiContext, type: ObjectType): readonly string[] {
  const hidden = type.singular === 'email' && !c.env.token.scopes.includes('sales-email-read')
  return hidden ? ['hs_email_text', 'hs_email_html', 'hs_email_headers', 'hs_body_preview', 'hs_body_preview_html'] : []
}
