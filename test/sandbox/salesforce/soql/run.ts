import type { Reader } from '../reader.ts'
import type { FieldSpec, ObjectSpec } from '../schema/types.ts'
import type { Row, Value } from '../store.ts'
import type { Ordering, Query } from './ast.ts'
import { malformed, noSuchObject, queryError } from './errors.ts'
import { compileFilter, folded, type InnerValues } from './filter.ts'
import { parseQuery } from './parser.ts'
import { findParent, type ResolvedPath, resolvePath, valueAt } from './paths.ts'

/** A record as the API answers with it: `attributes`, then the selected fields, parents nested. */
export type WireRecord = { [name: string]: Value | WireRecord | { type: string; url: string } }

export interface QueryResult {
  totalSize: number
  /** Empty for COUNT(). */
  records: WireRecord[]
}

export interface QueryOptions {
  /** For the `url` of each record, for example `67.0`. */
  version: string
  /** Objects that cannot stand in a semi-join's inner select. */
  noInnerSelect: readonly string[]
}

/** Parses, checks and runs a query over what the reader may see. Throws ApiError with the documented codes. */
export function runQuery(soql: string, reader: Reader, options: QueryOptions): QueryResult {
  const query = parseQuery(soql)
  const object = expectObject(soql, reader, query)
  const innerValues = createInnerValues(soql, reader, options)
  if (query.fields === 'count') return { totalSize: selectRows(soql, reader, query, object, innerValues).length, records: [] }
  const selected = query.fields.map((path) => resolvePath(soql, reader, object, path))
  refuseDuplicates(soql, selected)
  const rows = selectRows(soql, reader, query, object, innerValues)
  return { totalSize: rows.length, records: rows.map((row) => toRecord(reader, options.version, object.name, row, selected)) }
}

function expectObject(soql: string, reader: Reader, query: Query): ObjectSpec {
  const object = reader.schema.findObject(query.object)
  if (object === undefined) throw noSuchObject(soql, query.objectAt, query.object)
  return object
}

function refuseDuplicates(soql: string, selected: readonly ResolvedPath[]): void {
  const seen = new Set<string>()
  for (const { path } of selected) {
    const name = path.segments.join('.').toLowerCase()
    if (seen.has(name)) throw malformed(soql, path.at, `duplicate field selected: ${path.segments.join('.')}`)
    seen.add(name)
  }
}

function selectRows(soql: string, reader: Reader, query: Query, object: ObjectSpec, innerValues: InnerValues): Row[] {
  const matches = query.where === undefined ? () => true : compileFilter({ soql, reader, object, innerValues }, query.where)
  const orderings = query.orderBy.map((ordering) => ({ ordering, resolved: resolvePath(soql, reader, object, ordering.path) }))
  for (const { ordering, resolved } of orderings) {
    if (!resolved.field.sortable) throw malformed(soql, ordering.path.at, `field '${resolved.field.name}' can not be sorted in a query call`)
  }
  const found = reader.rows(object).filter(matches)
  const sorted = orderings.length === 0 ? found : found.toSorted((left, right) => {
    for (const { ordering, resolved } of orderings) {
      const [a, b] = [left, right].map((row) => folded(resolved.field, valueAt(reader, row, resolved)))
      const order = compareValues(a ?? null, b ?? null, ordering)
      if (order !== 0) return order
    }
    return 0
  })
  const offset = query.offset ?? 0
  return sorted.slice(offset, offset + (query.limit ?? Infinity))
}

function compareValues(left: Value, right: Value, { descending, nullsLast }: Ordering): number {
  if (left === null || right === null) {
    if (left === right) return 0
    return (left === null) === nullsLast ? 1 : -1
  }
  if (left === right) return 0
  return left < right === descending ? 1 : -1
}

function createInnerValues(soql: string, reader: Reader, options: QueryOptions): InnerValues {
  return ({ query, path }, outer) => {
    const object = expectObject(soql, reader, query)
    if (object.name === outer.name) throw malformed(soql, query.objectAt, 'The inner and outer selects should not be on the same object type')
    if (options.noInnerSelect.includes(object.name)) throw malformed(soql, query.objectAt, `Entity '${object.name}' is not supported for semi join inner selects`)
    const [first, ...others] = query.fields === 'count' ? [] : query.fields
    if (first === undefined || others.length > 0) throw malformed(soql, path.at, 'semi join sub-select must select exactly one field')
    const field = resolvePath(soql, reader, object, first)
    if (!isIdField(field.field)) throw queryError(soql, first.at, 'INVALID_FIELD', `The selected field '${field.field.name}' in the subquery must be an id or reference field`)
    const rows = selectRows(soql, reader, query, object, createInnerValues(soql, reader, options))
    return new Set(rows.map((row) => valueAt(reader, row, field)))
  }
}

function isIdField(field: FieldSpec): boolean {
  return field.type === 'id' || field.type === 'reference'
}

function toRecord(reader: Reader, version: string, typeName: string, row: Row, selected: readonly ResolvedPath[], depth = 0): WireRecord {
  const objectName = reader.find(String(row.Id))?.spec.name ?? typeName
  const record: WireRecord = { attributes: { type: typeName, url: `/services/data/v${version}/sobjects/${objectName}/${String(row.Id)}` } }
  for (const resolved of selected) {
    const parent = resolved.parents[depth]
    if (parent === undefined) {
      const isType = typeName === 'Name' && resolved.field.name === 'Type'
      record[resolved.field.name] = isType ? objectName : (row[resolved.field.name] ?? null)
      continue
    }
    const name = parent.relationshipName ?? parent.name
    if (record[name] !== undefined) continue
    const found = findParent(reader, row, parent)
    const siblings = selected.filter((other) => other.parents[depth] === parent)
    const parentType = parent.referenceTo.length > 1 ? 'Name' : (found?.spec.name ?? '')
    record[name] = found === undefined ? null : toRecord(reader, version, parentType, found.row, siblings, depth + 1)
  }
  return record
}
