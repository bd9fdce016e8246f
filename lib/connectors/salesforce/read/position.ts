import * as z from 'zod/mini'
import { expectId, paths, soql, type Soql } from '../soql'
import { toMoment } from '../time'
import { recordId } from '../wire'

/** A row becomes visible only when its transaction ends, up to this long after the moment it bears; read again, it merges. */
const overlapMs = 60_000

/** Read up to a moment and, within it, up to a row. Without a row: a new read that starts a little earlier. */
export const position = z.strictObject({ at: z.number(), id: z.optional(recordId) })
export type Position = z.infer<typeof position>

/** What comes after the position in the order of that column and, within one moment, of the id. */
export function after(column: string, { at, id }: Position): Soql {
  const field = paths([column])
  return id
    ? soql`(${field} > ${{ moment: at }} OR (${field} = ${{ moment: at }} AND Id > ${expectId(id)}))`
    : soql`${field} >= ${{ moment: Math.max(0, at - overlapMs) }}`
}

/** The position of the last row read; `undefined` where none was. */
export function reachedBy<T extends { Id: string }>(rows: readonly T[], momentOf: (row: T) => string): Position | undefined {
  const row = rows.at(-1)
  const at = row && toMoment(momentOf(row))
  return row && at !== undefined ? { at, id: row.Id } : undefined
}
