import { Hono } from 'hono'
import { invalid, notNumeric, resourceNotFound } from '../../errors.ts'
import { typesBetween, type AssociationType } from '../../model/association-types.ts'
import type { ObjectType } from '../../model/object-types.ts'
import type { CrmRecord } from '../../model/types.ts'
import { resolveAssociation } from '../../model/write.ts'
import { demandObjectScopes, objectTypeOf, type ApiContext, type ApiEnv } from '../context.ts'
import { numberParam, readAssociationTypes, readBody, readId, readInputs, readJson } from '../input.ts'
import { batchAnswer } from './object-batches.ts'

const mostReads = 1000
const mostWrites = 2000

/** `/crm/objects/{from}/{id}/associations/…`. */
export const recordAssociationRoutes = new Hono<ApiEnv>()
  .get('/:from/:id/associations/:to', (c) => {
    const { from, to } = ends(c, 'read')
    const limit = numberParam(c, 'limit', 500, 500)
    const after = Number(c.req.query('after') ?? 0)
    const all = c.env.portal.associations.of(recordOf(c, from, c.req.param('id')), to.singular)
    const next = after + limit < all.length ? String(after + limit) : undefined
    const link = `https://api.hubapi.com${new URL(c.env.url).pathname}?limit=${limit}&after=${next}`
    return c.json({
      results: all
        .slice(after, after + limit)
        .map((linked) => ({ toObjectId: objectId(c, linked.id), associationTypes: linked.types.map(presentType) })),
      ...(next === undefined ? {} : { paging: { next: { after: next, link } } }),
    })
  })
  .put('/:from/:id/associations/default/:to/:toId', (c) => {
    const { from, to } = ends(c, 'write')
    const one = recordOf(c, from, c.req.param('id'))
    const other = recordOf(c, to, c.req.param('toId'))
    const type = defaultType(from, to)
    associate(c, from, one, other, type)
    return batchAnswer(c, both(one, other, type), [])
  })
  .put('/:from/:id/associations/:to/:toId', async (c) => {
    const { from, to } = ends(c, 'write')
    const one = recordOf(c, from, c.req.param('id'))
    const other = recordOf(c, to, c.req.param('toId'))
    const links = resolveAssociation(c.env.portal, from, { to: other.id, types: readAssociationTypes(await readJson(c)) })
    for (const { type } of links) associate(c, from, one, other, type)
    const labels = links.flatMap(({ type }) => (type.label === null ? [] : [type.label]))
    return c.json({ fromObjectTypeId: from.id, fromObjectId: Number(one.id), toObjectTypeId: to.id, toObjectId: Number(other.id), labels }, 201)
  })
  .delete('/:from/:id/associations/:to/:toId', (c) => {
    const { from, to } = ends(c, 'write')
    const { portal, now } = c.env
    portal.associations.remove(recordOf(c, from, c.req.param('id')), recordOf(c, to, c.req.param('toId')))
    portal.journal.push({
      at: now,
      portal: portal.id,
      action: 'dissociate',
      objectType: from.plural,
      id: c.req.param('id'),
      detail: { to: to.plural, id: c.req.param('toId') },
      by: 'INTEGRATION',
    })
    return c.body(null, 204)
  })

/** `/crm/associations/{from}/{to}/…`. */
export const associationRoutes = new Hono<ApiEnv>()
  .get('/:from/:to/labels', (c) => {
    const { from, to } = ends(c, 'read')
    return c.json({ results: typesBetween(from.singular, to.singular).map(presentType) })
  })
  .post('/:from/:to/batch/read', async (c) => {
    const { from, to } = ends(c, 'read')
    const ids = readInputs(await readBody(c, ['inputs']), mostReads).map(readId)
    const found = ids.map((id) => {
      const record = c.env.portal.records.find(from.id, id)
      return { id, links: record === undefined ? [] : c.env.portal.associations.of(record, to.singular) }
    })
    const results = found
      .filter(({ links }) => links.length > 0)
      .map(({ id, links }) => ({
        from: { id },
        to: links.map((linked) => ({ toObjectId: objectId(c, linked.id), associationTypes: linked.types.map(presentType) })),
      }))
    const errors = found
      .filter(({ links }) => links.length === 0)
      .map(({ id }) => ({
        status: 'error',
        category: 'OBJECT_NOT_FOUND',
        subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
        message: `No ${to.singular} is associated with ${from.singular} ${id}.`,
        context: { fromObjectId: [id], fromObjectType: [from.singular], toObjectType: [to.singular] },
      }))
    return batchAnswer(c, results, errors)
  })
  .post('/:from/:to/batch/associate/default', async (c) => {
    const { from, to } = ends(c, 'write')
    const type = defaultType(from, to)
    const results = readInputs(await readBody(c, ['inputs']), mostWrites).flatMap((input) => {
      const one = recordOf(c, from, readId(input['from']))
      const other = recordOf(c, to, readId(input['to']))
      associate(c, from, one, other, type)
      return both(one, other, type)
    })
    return batchAnswer(c, results, [])
  })
  .post('/:from/:to/batch/create', async (c) => {
    const { from, to } = ends(c, 'write')
    const results = readInputs(await readBody(c, ['inputs']), mostWrites).map((input) => {
      const one = recordOf(c, from, readId(input['from']))
      const other = recordOf(c, to, readId(input['to']))
      const links = resolveAssociation(c.env.portal, from, { to: other.id, types: readAssociationTypes(input['types']) })
      for (const { type } of links) associate(c, from, one, other, type)
      const labels = links.flatMap(({ type }) => (type.label === null ? [] : [type.label]))
      return { fromObjectTypeId: from.id, fromObjectId: Number(one.id), toObjectTypeId: to.id, toObjectId: Number(other.id), labels }
    })
    return batchAnswer(c, results, [], 201)
  })

function ends(c: ApiContext, access: 'read' | 'write'): { from: ObjectType; to: ObjectType } {
  const from = objectTypeOf(c.req.param('from') ?? '')
  const to = objectTypeOf(c.req.param('to') ?? '')
  demandObjectScopes(c, from, access)
  demandObjectScopes(c, to, access)
  return { from, to }
}

function recordOf(c: ApiContext, type: ObjectType, id: string): CrmRecord {
  if (!/^\d+$/.test(id)) throw notNumeric(id)
  const record = c.env.portal.records.find(type.id, id)
  if (record === undefined) throw resourceNotFound()
  return record
}

function defaultType(from: ObjectType, to: ObjectType): AssociationType {
  const type = typesBetween(from.singular, to.singular).find((candidate) => candidate.label === null)
  if (type === undefined) throw invalid(`No default association exists from ${from.singular} to ${to.singular}`)
  return type
}

function associate(c: ApiContext, from: ObjectType, one: CrmRecord, other: CrmRecord, type: AssociationType): void {
  const { portal, now } = c.env
  portal.associations.add(one, other, type, now)
  portal.journal.push({
    at: now,
    portal: portal.id,
    action: 'associate',
    objectType: from.plural,
    id: one.id,
    detail: { to: other.type, id: other.id, typeId: type.id },
    by: 'INTEGRATION',
  })
}

function both(one: CrmRecord, other: CrmRecord, type: AssociationType): unknown[] {
  const side = (from: CrmRecord, to: CrmRecord, id: number): unknown => ({
    from: { id: from.id },
    to: { id: to.id },
    associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: id },
  })
  return [side(one, other, type.id), side(other, one, type.reverse)]
}

function presentType(type: AssociationType): unknown {
  return { category: 'HUBSPOT_DEFINED', typeId: type.id, label: type.label }
}

/** v4 answers numbers, the dated versions text. */
function objectId(c: ApiContext, id: string): string | number {
  return c.env.version === 'v4' ? Number(id) : id
}
