import { Hono } from 'hono'
import { HubspotError, invalid } from '../../errors.ts'
import { searchRecords, type Filter, type SearchRequest } from '../../model/search.ts'
import type { ApiEnv } from '../context.ts'
import { demandKnown, isObject, readArray, readBody, readStrings, type Json } from '../input.ts'
import { presentRecord } from '../present.ts'
import { redactedFor, typeFor } from './objects.ts'

const longestBody = 3000
const mostResults = 10_000

/** `POST /crm/objects/{type}/search`. */
export const searchRoutes = new Hono<ApiEnv>().post('/:type/search', async (c) => {
  const type = typeFor(c, 'read')
  const text = await c.req.raw.clone().text()
  if (text.length > longestBody) throw invalid(`The request body may be at most ${longestBody} characters long`)
  const body = await readBody(c, ['query', 'filterGroups', 'filters', 'sorts', 'properties', 'limit', 'after'])
  const limit = wholeNumber(body['limit'] ?? 10, 'limit')
  const after = wholeNumber(body['after'] ?? 0, 'after')
  if (limit > 200) throw invalid('limit may be at most 200')
  if (after + limit > mostResults)
    throw new HubspotError(400, { message: `Paging through more than ${mostResults} results is not supported`, category: 'VALIDATION_ERROR' })
  const { portal, switches, now } = c.env
  const found = searchRecords(portal, type, readRequest(body), now - switches.searchLagSeconds * 1000)
  const properties = readStrings(body, 'properties')
  const selection = { properties: properties.length === 0 ? undefined : properties, redacted: redactedFor(c, type) }
  const next = after + limit < found.length ? { paging: { next: { after: String(after + limit) } } } : {}
  return c.json({
    total: found.length,
    results: found.slice(after, after + limit).map((record) => presentRecord(portal, record, selection)),
    ...next,
  })
})

function readRequest(body: Json): SearchRequest {
  const filterGroups = readArray(body, 'filterGroups', false).map((group) => {
    if (!isObject(group)) throw invalid('A filter group needs filters')
    demandKnown(group, ['filters', 'propertiesWithHistory'])
    return { filters: readArray(group, 'filters', true).map(readFilter) }
  })
  const loose = readArray(body, 'filters', false).map(readFilter)
  if (loose.length > 0) filterGroups.push({ filters: loose })
  const total = filterGroups.reduce((sum, { filters }) => sum + filters.length, 0)
  if (filterGroups.length > 5) throw invalid('Up to 5 filterGroups are supported')
  if (filterGroups.some(({ filters }) => filters.length > 6)) throw invalid('Up to 6 filters per filterGroup are supported')
  if (total > 18) throw invalid('Up to 18 filters are supported')
  const sorts = readArray(body, 'sorts', false)
  if (sorts.length > 1) throw invalid('Only one sort is supported')
  return { query: typeof body['query'] === 'string' ? body['query'] : undefined, filterGroups, sort: readSort(sorts[0]) }
}

function readFilter(value: unknown): Filter {
  if (!isObject(value)) throw invalid('A filter is an object')
  demandKnown(value, ['propertyName', 'operator', 'value', 'highValue', 'values'])
  if (typeof value['propertyName'] !== 'string' || typeof value['operator'] !== 'string') throw invalid('A filter needs propertyName and operator')
  const text = (name: string): string | undefined => (value[name] === undefined ? undefined : String(value[name]))
  return {
    propertyName: value['propertyName'],
    operator: value['operator'],
    value: text('value'),
    highValue: text('highValue'),
    values: value['values'] === undefined ? undefined : readStrings(value, 'values'),
  }
}

function readSort(value: unknown): SearchRequest['sort'] {
  if (value === undefined) return undefined
  if (typeof value === 'string')
    return value.startsWith('-') ? { propertyName: value.slice(1), direction: 'DESCENDING' } : { propertyName: value, direction: 'ASCENDING' }
  if (!isObject(value) || typeof value['propertyName'] !== 'string') throw invalid('A sort needs propertyName')
  return { propertyName: value['propertyName'], direction: value['direction'] === 'DESCENDING' ? 'DESCENDING' : 'ASCENDING' }
}

function wholeNumber(value: unknown, name: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0) throw invalid(`${name} has to be a whole number`)
  return number
}
