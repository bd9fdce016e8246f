import { AppError } from '@/lib/domain/errors'

/** Query text that only the `soql` tag can make, so that no value gets into a query unescaped. */
class Fragment {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}
export type Soql = Fragment

/** A moment (epoch milliseconds) as a dateTime literal. */
export interface Moment { moment: number }
/** A `YYYY-MM-DD` as a date literal. */
export interface Day { day: string }
export type SoqlValue = string | number | boolean | null | Moment | Day | readonly string[] | Soql

const idShape = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/
const pathShape = /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*){0,5}$/
const dayShape = /^\d{4}-\d{2}-\d{2}$/

/**
 * Builds a query. Strings become escaped literals, arrays lists of them; only other `soql` fragments enter as they are.
 * Escapes: "Quoted String Escape Sequences" of the SOQL reference.
 * @throws AppError `invalid` for a value that has no literal
 */
export function soql(parts: TemplateStringsArray, ...values: SoqlValue[]): Soql {
  return new Fragment(parts.reduce((text, part, index) => text + literal(values[index - 1]) + part))
}

/** A list of field paths. @throws AppError `invalid` for anything that is no path */
export function paths(names: readonly string[]): Soql {
  if (names.length === 0 || !names.every((name) => pathShape.test(name))) throw new AppError('invalid', { detail: 'field' })
  return new Fragment(names.join(', '))
}

/** The id itself if it has the form of one. @throws AppError `invalid` */
export function expectId(id: string): string {
  if (!idShape.test(id)) throw new AppError('invalid', { detail: 'id' })
  return id
}

/** `a OR b` in parentheses, or the only one given. */
export function anyOf(conditions: readonly Soql[]): Soql {
  if (conditions.length === 0) throw new AppError('invalid', { detail: 'condition' })
  return new Fragment(conditions.length === 1 ? String(conditions[0]) : `(${conditions.join(' OR ')})`)
}

function literal(value: SoqlValue | undefined): string {
  if (value instanceof Fragment) return value.toString()
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'boolean' || value === null) return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (Array.isArray(value) && value.length > 0) return `(${value.map(quoted).join(', ')})`
  if (isMoment(value)) return new Date(value.moment).toISOString()
  if (isDay(value) && dayShape.test(value.day)) return value.day
  throw new AppError('invalid', { detail: 'literal' })
}

const escapes: Record<string, string> = { '\\': '\\\\', "'": "\\'", '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' }

function quoted(text: string): string {
  return `'${text.replace(/[\\'"\n\r\t\b\f]/g, (char) => escapes[char] ?? char)}'`
}

function isMoment(value: unknown): value is Moment {
  return typeof value === 'object' && value !== null && 'moment' in value && Number.isFinite(value.moment)
}

function isDay(value: unknown): value is Day {
  return typeof value === 'object' && value !== null && 'day' in value && typeof value.day === 'string'
}
