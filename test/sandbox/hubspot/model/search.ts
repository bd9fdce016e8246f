import { invalid } from '../errors.ts'
import { parseTime } from '../format.ts'
import { findObjectType, type ObjectType } from './object-types.ts'
import type { Portal } from './portal.ts'
import { changedBy, valueAt } from './record-store.ts'
import type { CrmRecord, PropertyDefinition } from './types.ts'

export interface Filter {
  propertyName: string
  operator: string
  value?: string | undefined
  highValue?: string | undefined
  values?: readonly string[] | undefined
}

export interface SearchRequest {
  query?: string | undefined
  filterGroups: readonly { filters: readonly Filter[] }[]
  sort?: { propertyName: string; direction: 'ASCENDING' | 'DESCENDING' } | undefined
}

const operators = new Set([
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'IN',
  'NOT_IN',
  'HAS_PROPERTY',
  'NOT_HAS_PROPERTY',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
])
const associationPrefix = 'associations.'
/** Properties the search endpoints cannot filter by. */
const unsearchable: Readonly<Record<string, readonly string[]>> = {
  email: ['hs_body_preview_html', 'hs_email_html', 'hs_body_preview'],
  call: ['hs_body_preview_html'],
  meeting: ['hs_body_preview_html'],
  note: ['hs_body_preview_html'],
  task: ['hs_body_preview_html'],
}

/** Records that fit, sorted, as the search index knows them at a moment: what was written later is not found yet. */
export function searchRecords(portal: Portal, type: ObjectType, request: SearchRequest, indexedUntil: number): CrmRecord[] {
  for (const { filters } of request.filterGroups) for (const filter of filters) demandFilter(portal, type, filter)
  const words = (request.query ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const found = portal.records.all(type.id).filter((record) => {
    if (record.createdAt > indexedUntil) return false
    const text = type.searchable
      .map((name) => valueAt(record, name, indexedUntil) ?? '')
      .join(' ')
      .toLowerCase()
    if (!words.every((word) => text.includes(word))) return false
    return (
      request.filterGroups.length === 0 ||
      request.filterGroups.some(({ filters }) => filters.every((filter) => fits(portal, type, record, filter, indexedUntil)))
    )
  })
  return sorted(portal, type, found, request.sort, indexedUntil)
}

function demandFilter(portal: Portal, type: ObjectType, filter: Filter): void {
  if (!operators.has(filter.operator)) throw invalid(`Invalid operator: ${filter.operator}`)
  const known = filter.propertyName.startsWith(associationPrefix)
    ? findObjectType(filter.propertyName.slice(associationPrefix.length)) !== undefined
    : portal.schema.find(type.id, filter.propertyName) !== undefined
  if (!known) {
    throw invalid('There was a problem with the request.', {
      errors: [
        {
          message: `Property "${filter.propertyName}" does not exist`,
          code: 'PROPERTY_DOESNT_EXIST',
          context: { propertyName: [filter.propertyName] },
        },
      ],
    })
  }
  if (unsearchable[type.singular]?.includes(filter.propertyName)) throw invalid(`Filtering by ${filter.propertyName} is not supported`)
  const wantsValues = filter.operator === 'IN' || filter.operator === 'NOT_IN'
  const wantsNone = filter.operator.endsWith('HAS_PROPERTY')
  if (wantsValues && (filter.values ?? []).length === 0) throw invalid(`operator ${filter.operator} requires values`)
  if (!wantsValues && !wantsNone && filter.value === undefined) throw invalid(`operator ${filter.operator} requires a value`)
  if (filter.operator === 'BETWEEN' && filter.highValue === undefined) throw invalid('operator BETWEEN requires highValue and value')
}

function fits(portal: Portal, type: ObjectType, record: CrmRecord, filter: Filter, until: number): boolean {
  if (filter.propertyName.startsWith(associationPrefix)) {
    const linked = portal.associations
      .of(record, findObjectType(filter.propertyName.slice(associationPrefix.length))?.singular ?? '')
      .filter((link) => link.at <= until)
      .map((link) => link.id)
    const wanted = filter.values ?? [filter.value ?? '']
    return filter.operator === 'NOT_HAS_PROPERTY' ? linked.length === 0 : wanted.some((id) => linked.includes(id))
  }
  const definition = portal.schema.find(type.id, filter.propertyName)
  const value = valueAt(record, filter.propertyName, until) ?? ''
  const has = value !== ''
  const compare = (other: string | undefined): number => compareValues(definition, value, other ?? '')
  switch (filter.operator) {
    case 'HAS_PROPERTY':
      return has
    case 'NOT_HAS_PROPERTY':
      return !has
    case 'EQ':
      return has && compare(filter.value) === 0
    case 'NEQ':
      return !has || compare(filter.value) !== 0
    case 'LT':
      return has && compare(filter.value) < 0
    case 'LTE':
      return has && compare(filter.value) <= 0
    case 'GT':
      return has && compare(filter.value) > 0
    case 'GTE':
      return has && compare(filter.value) >= 0
    case 'BETWEEN':
      return has && compare(filter.value) >= 0 && compare(filter.highValue) <= 0
    case 'IN':
      return has && holds(definition, value, filter.values ?? [])
    case 'NOT_IN':
      return !has || !holds(definition, value, filter.values ?? [])
    case 'CONTAINS_TOKEN':
      return has && containsToken(value, filter.value ?? '')
    default:
      return !has || !containsToken(value, filter.value ?? '')
  }
}

/** `IN` compares exactly; for text the searched values have to be lower case already. */
function holds(definition: PropertyDefinition | undefined, value: string, values: readonly string[]): boolean {
  return values.includes(definition?.type === 'string' ? value.toLowerCase() : value)
}

/** Numbers and times by size, enumerations exactly, text without regard to case. */
function compareValues(definition: PropertyDefinition | undefined, value: string, other: string): number {
  const order = (one: number | string, two: number | string): number => (one < two ? -1 : one > two ? 1 : 0)
  switch (definition?.type) {
    case 'number':
      return order(Number(value), Number(other))
    case 'date':
    case 'datetime':
      return order(parseTime(value) ?? 0, parseTime(other) ?? 0)
    case 'enumeration':
      return order(value, other)
    default:
      return order(value.toLowerCase(), other.toLowerCase())
  }
}

function containsToken(value: string, token: string): boolean {
  const pattern = token
    .toLowerCase()
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\S*')
  return new RegExp(`(^|[^\\p{L}\\p{N}])${pattern}($|[^\\p{L}\\p{N}])`, 'u').test(value.toLowerCase())
}

function sorted(portal: Portal, type: ObjectType, records: CrmRecord[], sort: SearchRequest['sort'], until: number): CrmRecord[] {
  if (sort === undefined) return records.sort((one, other) => one.createdAt - other.createdAt || Number(one.id) - Number(other.id))
  const definition = portal.schema.find(type.id, sort.propertyName)
  if (definition === undefined) throw invalid(`Property "${sort.propertyName}" does not exist`)
  const direction = sort.direction === 'DESCENDING' ? -1 : 1
  const value = (record: CrmRecord): string => valueAt(record, sort.propertyName, until) ?? ''
  return records.sort((one, other) => {
    if (value(one) === '' || value(other) === '') return Number(value(one) === '') - Number(value(other) === '')
    return direction * compareValues(definition, value(one), value(other)) || changedBy(other, until) - changedBy(one, until)
  })
}
