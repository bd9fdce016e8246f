import * as z from 'zod/mini'
import { AppError } from '../errors'

/** A row of a table: column → value. */
export type Row = Record<string, unknown>

/** How CSV is read everywhere: any delimiter, a header row, empty lines skipped. For the parser, which is handed in. */
export const csvForm = { header: true, skipEmptyLines: 'greedy' } as const

const listed = z.array(z.unknown())
const row = z.record(z.string(), z.unknown())

/** Whether a text is meant to be JSON rather than CSV. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text)
}

/**
 * The rows of a table as text: a JSON list of objects, an object that holds one, or CSV. A row that is no object stays in its
 * place as an empty one, so that its problem is named by its number.
 * @param wrong the kind of the failure: a file a person chose is `invalid`, an answer `bad-reply`
 * @throws AppError
 */
export function rowsOf(given: string, wrong: 'invalid' | 'bad-reply', parseCsv: (text: string) => Row[]): Row[] {
  const text = given.replace(/^\uFEFF/, '')
  if (/^\s*</.test(text)) throw new AppError(wrong, { detail: 'HTML' })
  const rows = looksLikeJson(text) ? jsonRows(parseJson(text, wrong)) : parseCsv(text)
  if (rows === undefined) throw new AppError(wrong, { detail: 'no list' })
  if (rows.length === 0) throw new AppError(wrong, { detail: 'no rows' })
  return rows
}

/** @throws AppError */
export function parseJson(text: string, wrong: 'invalid' | 'bad-reply'): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError(wrong, { detail: 'JSON', cause })
  }
}

function jsonRows(parsed: unknown): Row[] | undefined {
  const list = Array.isArray(parsed) ? parsed : Object.values(row.safeParse(parsed).data ?? {}).find((value) => Array.isArray(value))
  const entries = listed.safeParse(list).data?.map((one) => row.safeParse(one).data)
  return entries?.some((entry) => entry !== undefined) === false && entries.length > 0 ? undefined : entries?.map((entry) => entry ?? {})
}
