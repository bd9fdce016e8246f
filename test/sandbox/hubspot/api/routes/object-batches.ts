import { Hono, type Context } from 'hono'
import { HubspotError, invalid } from '../../errors.ts'
import { stamp } from '../../format.ts'
import type { CrmRecord } from '../../model/types.ts'
import { createRecord, updateRecord } from '../../model/write.ts'
import { writeContext, type ApiContext, type ApiEnv } from '../context.ts'
import { readAssociations, readBody, readId, readInputs, readProperties, readStrings, type Json } from '../input.ts'
import { presentRecord } from '../present.ts'
import { archive, demandIdProperty, redactedFor, typeFor } from './objects.ts'

const mostInputs = 100
const mostInputsWithHistory = 50

/** One failed input of a batch. */
interface BatchError {
  status: 'error'
  category: string
  message: string
  context: Record<string, string[]>
}

/** `/crm/objects/{type}/batch/…`. */
export const objectBatchRoutes = new Hono<ApiEnv>()
  .post('/:type/batch/read', async (c) => {
    const type = typeFor(c, 'read')
    const body = await readBody(c, ['properties', 'propertiesWithHistory', 'idProperty', 'inputs'])
    const history = readStrings(body, 'propertiesWithHistory')
    const ids = readInputs(body, history.length > 0 ? mostInputsWithHistory : mostInputs).map(readId)
    const idProperty = body['idProperty'] === undefined ? undefined : String(body['idProperty'])
    if (idProperty !== undefined) demandIdProperty(c, type, idProperty)
    const records = [...new Set(ids)].map((id) => ({
      id,
      record: idProperty === undefined ? c.env.portal.records.find(type.id, id) : c.env.portal.records.findBy(type.id, idProperty, id),
    }))
    const properties = readStrings(body, 'properties')
    const { historyDepth } = c.env.switches
    const selection = { properties: properties.length === 0 ? undefined : properties, history, historyDepth, redacted: redactedFor(c, type) }
    const missing = records.filter(({ record }) => record === undefined).map(({ id }) => id)
    const errors: BatchError[] =
      missing.length === 0
        ? []
        : [
            {
              status: 'error',
              category: 'OBJECT_NOT_FOUND',
              message: `Could not get some ${type.singular.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
              context: { ids: missing },
            },
          ]
    return batchAnswer(
      c,
      records.flatMap(({ record }) => (record === undefined ? [] : [presentRecord(c.env.portal, record, selection)])),
      errors,
    )
  })
  .post('/:type/batch/create', async (c) => {
    const type = typeFor(c, 'write')
    const inputs = readInputs(await readBody(c, ['inputs']), mostInputs)
    const multiStatus = inputs.every((input) => typeof input['objectWriteTraceId'] === 'string')
    return written(c, inputs, multiStatus, 201, (input) => {
      const record = createRecord(c.env.portal, type, readProperties(input), readAssociations(input), writeContext(c, type))
      return presentRecord(c.env.portal, record, { properties: [...record.history.keys()] })
    })
  })
  .post('/:type/batch/update', async (c) => {
    const type = typeFor(c, 'write')
    return written(c, readInputs(await readBody(c, ['inputs']), mostInputs), false, 200, (input) => {
      const record = namedRecord(c, type, input)
      if (record === undefined) throw new HubspotError(404, { message: 'resource not found' })
      const properties = readProperties(input)
      updateRecord(c.env.portal, record, properties, writeContext(c, type))
      return presentRecord(c.env.portal, record, { properties: Object.keys(properties) })
    })
  })
  .post('/:type/batch/upsert', async (c) => {
    const type = typeFor(c, 'write')
    return written(c, readInputs(await readBody(c, ['inputs']), mostInputs), false, 200, (input) => {
      const idProperty = input['idProperty']
      if (typeof idProperty !== 'string') throw invalid('idProperty is required to upsert')
      const properties = { ...readProperties(input), [idProperty]: readId(input) }
      const record = namedRecord(c, type, input)
      if (record !== undefined) updateRecord(c.env.portal, record, properties, writeContext(c, type))
      const made = record ?? createRecord(c.env.portal, type, properties, [], writeContext(c, type))
      const { id, ...rest } = presentRecord(c.env.portal, made, { properties: Object.keys(properties) })
      return { id, new: record === undefined, ...rest }
    })
  })
  .post('/:type/batch/archive', async (c) => {
    const type = typeFor(c, 'write')
    for (const input of readInputs(await readBody(c, ['inputs']), mostInputs)) {
      const record = c.env.portal.records.find(type.id, readId(input))
      if (record !== undefined) archive(c, type, record)
    }
    return c.body(null, 204)
  })

function namedRecord(c: ApiContext, type: ReturnType<typeof typeFor>, input: Json): CrmRecord | undefined {
  const idProperty = input['idProperty']
  if (typeof idProperty !== 'string') return c.env.portal.records.find(type.id, readId(input))
  demandIdProperty(c, type, idProperty)
  return c.env.portal.records.findBy(type.id, idProperty, readId(input))
}

/** Writes the inputs in order; a bad one fails the batch, or itself alone where every input carries a trace id. */
function written(c: Context<ApiEnv>, inputs: Json[], multiStatus: boolean, status: 200 | 201, write: (input: Json) => unknown): Response {
  const results: unknown[] = []
  const errors: BatchError[] = []
  for (const input of inputs) {
    try {
      results.push(write(input))
    } catch (error) {
      if (!(error instanceof HubspotError) || !multiStatus) throw error
      errors.push({
        status: 'error',
        category: error.fields.category ?? 'VALIDATION_ERROR',
        message: error.fields.message,
        context: { objectWriteTraceId: [String(input['objectWriteTraceId'])] },
      })
    }
  }
  return batchAnswer(c, results, errors, status)
}

/** 207 where something failed. The errors have no `errors` and no `links`, whatever the published description says. */
export function batchAnswer(c: Context<ApiEnv>, results: unknown[], errors: unknown[], status: 200 | 201 = 200): Response {
  const at = stamp(c.env.now)
  const partial = errors.length > 0 ? { numErrors: errors.length, errors } : {}
  return c.json({ status: 'COMPLETE', results, ...partial, startedAt: at, completedAt: at }, errors.length > 0 ? 207 : status)
}
