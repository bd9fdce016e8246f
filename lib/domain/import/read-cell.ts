import { cleanText } from '../clean-text'
import { plainCell } from '../csv-cell'

/** A cell or JSON value as one text: a named thing of schema.org by its name, several joined. Anything else is empty. */
export function readText(value: unknown, max: number): string {
  if (typeof value === 'string') return cleanText(plainCell(value), max)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return cleanText(value.map((part) => readText(part, max)).filter(Boolean).join('; '), max)
  return cleanText(nameOf(value), max)
}

const names = ['name', 'termCode', 'audienceType', 'value', 'url', '@id']

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  const held = names.map((key) => (Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined))
  return held.find((entry) => typeof entry === 'string') ?? ''
}

const longestWord = 120
const mostWords = 60

/** Several words of one cell, parted by `;`, `|` or line breaks, or by commas where there is none of these. Each once. */
export function readWords(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map((part) => readText(part, longestWord)) : split(readText(value, longestWord * mostWords))
  return [...new Set(parts.map((part) => cleanText(part, longestWord)).filter((part) => part !== ''))].slice(0, mostWords)
}

function split(text: string): string[] {
  return text.split(/[;|\n]/.test(text) ? /[;|\n]/ : ',')
}

const yes: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'oui', 'si'])
const no: ReadonlySet<string> = new Set(['no', 'n', 'false', '0', 'nein', 'non'])

/** `undefined` for anything that is neither yes nor no. */
export function readYesNo(value: unknown): boolean | undefined {
  const text = readText(value, 20).toLowerCase()
  if (yes.has(text)) return true
  return no.has(text) ? false : undefined
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/

/** Epoch milliseconds of an ISO 8601 date or moment (UTC where no zone is given), or of a number that is one already. Other notations are ambiguous and give `undefined`. */
export function readMoment(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  const match = isoDate.exec(readText(value, 40))
  if (!match) return undefined
  const [, year, month, day, time = '00:00', zone = 'Z'] = match
  const at = Date.parse(`${year}-${month}-${day}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`)
  return Number.isNaN(at) || new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day) ? undefined : at
}
