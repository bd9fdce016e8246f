import type { ErrorEntry } from '../api-error.ts'
import { apiError } from '../api-error.ts'
import { normalizeId } from '../ids.ts'
import type { FieldSpec } from '../schema/types.ts'
import type { Value } from '../store.ts'
import { isDay, parseDatetime, toDatetime } from '../time.ts'

/** A value ready to store, or why the field refuses it. */
export type Coerced = { value: Value } | { error: ErrorEntry }

const tokens = (value: unknown): string =>
  value === true ? 'VALUE_TRUE' : value === false ? 'VALUE_FALSE' : typeof value === 'number' ? 'VALUE_NUMBER_INT' : typeof value === 'string' ? 'VALUE_STRING' : 'START_OBJECT'

/** Checks a JSON value against its field. Throws JSON_PARSER_ERROR for the wrong JSON type, as the API's reader does. */
export function coerce(field: FieldSpec, value: unknown): Coerced {
  if (value === null) return { value: field.type === 'boolean' ? false : null }
  switch (field.type) {
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType('boolean', value)
      return { value }
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      if (typeof value !== 'number') throw wrongType(field.type === 'int' ? 'int' : 'double', value)
      return { value }
    case 'date':
      if (typeof value !== 'string' || !isDay(value)) throw wrongType('date', value)
      return { value }
    case 'datetime': {
      const at = typeof value === 'string' ? parseDatetime(value) : undefined
      if (at === undefined) throw wrongType('datetime', value)
      return { value: toDatetime(at) }
    }
    default:
      if (typeof value !== 'string') throw wrongType('string', value)
      return value === '' ? { value: null } : coerceText(field, value)
  }
}

function coerceText(field: FieldSpec, value: string): Coerced {
  const refuse = (errorCode: string, message: string): Coerced => ({ error: { message, errorCode, fields: [field.name] } })
  if (field.type === 'reference') {
    const id = normalizeId(value)
    return id === undefined ? refuse('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`) : { value: id }
  }
  if (field.length > 0 && value.length > field.length) {
    return refuse('STRING_TOO_LONG', `${field.label}: data value too large: ${value.slice(0, 80)} (max length=${field.length})`)
  }
  if (field.type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
    return refuse('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`)
  }
  if (field.type === 'picklist' && field.restrictedPicklist && !field.picklist.some((entry) => entry.value === value)) {
    return refuse('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', `${field.label}: bad value for restricted picklist field: ${value}`)
  }
  return { value }
}

function wrongType(type: string, value: unknown): Error {
  const shown = typeof value === 'object' ? '{...}' : String(value)
  return apiError(400, 'JSON_PARSER_ERROR', `Cannot deserialize instance of ${type} from ${tokens(value)} value ${shown} or request may be missing a required field at [line:1, column:1]`)
}
