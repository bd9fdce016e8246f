import { day, parseTime, stamp } from '../format.ts'
import type { PropertyDefinition } from './types.ts'

/** Why HubSpot refuses a value: a sentence and its code. */
export interface ValueProblem {
  message: string
  code: string
}

export type Checked = { value: string } | { problem: ValueProblem }

const longest = 65_536
const dayMs = 86_400_000

/**
 * Checks a value against its definition and brings it into the form HubSpot stores. The empty text clears a property and is always fine.
 * Codes `INVALID_INTEGER`, `INVALID_OPTION` and `INVALID_EMAIL` are documented; those of dates, booleans, owners and lengths are not, only the refusal is.
 */
export function checkValue(definition: PropertyDefinition, raw: string, knownOwners: ReadonlySet<string>): Checked {
  if (raw === '') return { value: '' }
  if (raw.length > longest) return { problem: { message: `Property value was too long. The maximum length is ${longest}`, code: 'VALUE_TOO_LONG' } }
  if (definition.name === 'hubspot_owner_id') {
    return knownOwners.has(raw) ? { value: raw } : { problem: { message: `${raw} was not a valid owner id`, code: 'INVALID_OWNER_ID' } }
  }
  switch (definition.type) {
    case 'number':
      return Number.isFinite(Number(raw)) ? { value: raw.trim() } : { problem: { message: `${raw} was not a valid number`, code: 'INVALID_INTEGER' } }
    case 'bool':
      return /^(true|false)$/i.test(raw)
        ? { value: raw.toLowerCase() }
        : { problem: { message: `${raw} was not a valid boolean`, code: 'INVALID_BOOLEAN' } }
    case 'datetime':
      return checkMoment(raw)
    case 'date':
      return checkDay(raw)
    case 'enumeration':
      return checkOptions(definition, raw)
    default:
      return definition.name === 'email' ? checkEmail(raw) : { value: raw }
  }
}

function checkMoment(raw: string): Checked {
  const ms = parseTime(raw)
  return ms === undefined ? { problem: { message: `${raw} was not a valid long.`, code: 'INVALID_LONG' } } : { value: stamp(ms) }
}

function checkDay(raw: string): Checked {
  const ms = parseTime(raw)
  if (ms === undefined) return { problem: { message: `${raw} was not a valid date.`, code: 'INVALID_DATE' } }
  if (ms % dayMs === 0) return { value: day(ms) }
  return { problem: { message: `${raw} is at ${stamp(ms).slice(11, 19)}, not midnight!`, code: 'INVALID_DATE' } }
}

function checkOptions(definition: PropertyDefinition, raw: string): Checked {
  if (definition.externalOptions) return { value: raw }
  const allowed = definition.options.map((option) => option.value)
  const chosen = definition.fieldType === 'checkbox' ? raw.split(';').filter((part) => part !== '') : [raw]
  const wrong = chosen.find((part) => !allowed.includes(part))
  if (wrong === undefined) return { value: raw }
  return { problem: { message: `${wrong} was not one of the allowed options: [${allowed.join(', ')}]`, code: 'INVALID_OPTION' } }
}

function checkEmail(raw: string): Checked {
  const trimmed = raw.trim().toLowerCase()
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(trimmed)
    ? { value: trimmed }
    : { problem: { message: `Email address ${raw} is invalid`, code: 'INVALID_EMAIL' } }
}
