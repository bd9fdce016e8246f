import type { ObjectSpec } from '../schema/types.ts'
import type { FieldSpec } from '../schema/types.ts'
import { normalizeId } from '../ids.ts'
import type { Reader } from '../reader.ts'
import type { Row, Value } from '../store.ts'
import { isDay, parseDatetime, toDatetime, toDay } from '../time.ts'
import type { Comparator, Condition, Literal } from './ast.ts'
import { malformed, queryError } from './errors.ts'
import { resolvePath, valueAt } from './paths.ts'

export type Predicate = (row: Row) => boolean

/** Runs a semi-join's inner query and gives the values of its one field. */
export type InnerValues = (condition: Extract<Condition, { kind: 'semi-join' }>, outer: ObjectSpec) => ReadonlySet<Value>

export interface FilterContext {
  soql: string
  reader: Reader
  object: ObjectSpec
  innerValues: InnerValues
}

const dayMs = 86_400_000
const quotedTypes: readonly FieldSpec['type'][] = ['string', 'email', 'phone', 'url', 'textarea', 'picklist', 'id', 'reference']
const idTypes: readonly FieldSpec['type'][] = ['id', 'reference']

/** Compiles WHERE into a predicate, checking every field, operator and literal first. */
export function compileFilter(context: FilterContext, condition: Condition, depth: 'top' | 'inner' = 'top'): Predicate {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const inner = depth === 'top' && condition.kind === 'and' ? 'top' : 'inner'
      const terms = condition.terms.map((term) => compileFilter(context, term, inner))
      return condition.kind === 'and' ? (row) => terms.every((term) => term(row)) : (row) => terms.some((term) => term(row))
    }
    case 'not': {
      const term = compileFilter(context, condition.term, 'inner')
      return (row) => !term(row)
    }
    case 'compare':
      return compileCompare(context, condition)
    case 'in':
      return compileIn(context, condition)
    case 'semi-join': {
      if (depth !== 'top') throw malformed(context.soql, condition.path.at, 'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.')
      const resolved = filterable(context, condition.path)
      if (!idTypes.includes(resolved.field.type)) throw malformed(context.soql, condition.path.at, 'The left operand in the where expression for a semi join must be an id or reference field')
      const values = context.innerValues(condition, context.object)
      return (row) => values.has(valueAt(context.reader, row, resolved)) !== condition.negated
    }
  }
}

function filterable(context: FilterContext, path: Parameters<typeof resolvePath>[3]): ReturnType<typeof resolvePath> {
  const resolved = resolvePath(context.soql, context.reader, context.object, path)
  if (!resolved.field.filterable) throw queryError(context.soql, path.at, 'INVALID_FIELD', `field '${resolved.field.name}' can not be filtered in a query call`)
  return resolved
}

function compileCompare(context: FilterContext, { path, comparator, literal }: Extract<Condition, { kind: 'compare' }>): Predicate {
  const resolved = filterable(context, path)
  const { field } = resolved
  if (comparator === 'LIKE') return compileLike(context, resolved, literal)
  if (comparator !== '=' && comparator !== '!=' && field.type === 'boolean') {
    throw queryError(context.soql, path.at, 'INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on boolean field')
  }
  const range = toRange(context, field, literal)
  return (row) => compares(folded(field, valueAt(context.reader, row, resolved)), comparator, range)
}

function compileLike(context: FilterContext, resolved: ReturnType<typeof resolvePath>, literal: Literal): Predicate {
  const { field } = resolved
  if (!quotedTypes.includes(field.type) || idTypes.includes(field.type)) throw queryError(context.soql, resolved.path.at, 'INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${field.type} field`)
  if (literal.type !== 'string') throw wrongLiteral(context, field, literal)
  const pattern = [...literal.value.matchAll(/\\[%_]|%|_|[^%_\\]+|\\/gs)].map(([part]) => {
    if (part === '%') return '.*'
    if (part === '_') return '.'
    return (part === '\\%' || part === '\\_' ? part.slice(1) : part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  const regex = new RegExp(`^${pattern.join('')}$`, field.caseSensitive ? 's' : 'is')
  return (row) => {
    const value = valueAt(context.reader, row, resolved)
    return typeof value === 'string' && regex.test(value)
  }
}

function compileIn(context: FilterContext, { path, literals, negated }: Extract<Condition, { kind: 'in' }>): Predicate {
  const resolved = filterable(context, path)
  const ranges = literals.map((literal) => toRange(context, resolved.field, literal))
  return (row) => {
    const value = folded(resolved.field, valueAt(context.reader, row, resolved))
    return ranges.some((range) => compares(value, '=', range)) !== negated
  }
}

/** A literal as the values from `low` up to and including `high`. */
interface Range {
  low: Value
  high: Value
}

function compares(value: Value, comparator: Exclude<Comparator, 'LIKE'>, { low, high }: Range): boolean {
  if (low === null || high === null || value === null) {
    const isEqual = value === low
    return comparator === '=' ? isEqual : comparator === '!=' ? !isEqual : false
  }
  switch (comparator) {
    case '=':
      return value >= low && value <= high
    case '!=':
      return value < low || value > high
    case '<':
      return value < low
    case '<=':
      return value <= high
    case '>':
      return value > high
    case '>=':
      return value >= low
  }
}

/** Text compares without regard to case unless the field says otherwise; ids compare as they are. */
export function folded(field: FieldSpec, value: Value): Value {
  return typeof value === 'string' && !field.caseSensitive && !idTypes.includes(field.type) ? value.toLowerCase() : value
}

function toRange(context: FilterContext, field: FieldSpec, literal: Literal): Range {
  const exactly = (value: Value): Range => ({ low: folded(field, value), high: folded(field, value) })
  if (literal.type === 'null') return exactly(null)
  if (idTypes.includes(field.type) && literal.type === 'string') {
    if (literal.value === '') return exactly(null)
    const id = normalizeId(literal.value)
    if (id === undefined) throw queryError(context.soql, literal.at, 'INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${literal.value}`)
    return exactly(id)
  }
  if (quotedTypes.includes(field.type) && literal.type === 'string') return exactly(literal.value === '' ? null : literal.value)
  if (field.type === 'boolean' && literal.type === 'boolean') return exactly(literal.value)
  if (['int', 'double', 'currency', 'percent'].includes(field.type) && literal.type === 'number') return exactly(literal.value)
  if (field.type === 'date' && literal.type === 'date' && isDay(literal.value)) return exactly(literal.value)
  const at = field.type === 'datetime' && literal.type === 'datetime' ? parseDatetime(literal.value) : undefined
  if (at !== undefined) return exactly(toDatetime(at))
  if ((field.type === 'date' || field.type === 'datetime') && literal.type === 'period') return periodRange(field, literal, context.reader.now)
  throw wrongLiteral(context, field, literal)
}

function periodRange(field: FieldSpec, { value, days }: Extract<Literal, { type: 'period' }>, now: number): Range {
  const today = Math.floor(now / dayMs) * dayMs
  const spans: Record<string, [number, number]> = {
    TODAY: [0, 0],
    YESTERDAY: [-1, -1],
    TOMORROW: [1, 1],
    LAST_N_DAYS: [-days, 0],
    NEXT_N_DAYS: [1, days],
  }
  const [first, last] = spans[value] ?? [0, 0]
  const start = today + first * dayMs
  const end = today + (last + 1) * dayMs - 1
  const write = field.type === 'date' ? toDay : toDatetime
  return { low: folded(field, write(start)), high: folded(field, write(end)) }
}

function wrongLiteral(context: FilterContext, field: FieldSpec, literal: Literal): ReturnType<typeof queryError> {
  const isQuoted = quotedTypes.includes(field.type)
  const names: Partial<Record<FieldSpec['type'], string>> = { datetime: 'dateTime', id: 'id', reference: 'id' }
  const type = names[field.type] ?? (isQuoted ? 'string' : field.type)
  return queryError(context.soql, literal.at, 'INVALID_FIELD', `value of filter criterion for field '${field.name}' must be of type ${type} and should ${isQuoted ? '' : 'not '}be enclosed in quotes`)
}
