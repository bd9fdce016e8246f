import { AppError } from '@/lib/domain/errors'
import type { Soql } from '../soql'
import { paths, soql } from '../soql'
import type { Absent } from './absent'

/** One query of a read: fields of an object, and everything from `WHERE` on. */
export interface Source {
  object: string
  fields: readonly string[]
  rest: Soql
}

/** What a source brought: rows as they came, or why not and what is missing. */
export type Outcome = { rows: unknown[] } | { error: AppError; need?: string | undefined }

/** The query without what is known to be absent. @throws AppError `not-set-up` when nothing of it is left */
export function toQuery({ object, fields, rest }: Source, absent: Absent): Soql {
  if (absent.has(object)) throw new AppError('not-set-up', { detail: object })
  const present = fields.filter((field) => !absent.has(`${object}.${field}`))
  return soql`SELECT ${paths(present)} FROM ${paths([object])} ${rest}`
}

/**
 * The fields of a query a refusal speaks of: by column (`No such column 'X' on entity 'Y'`) or by relationship. Empty when
 * the query does not select it, because then it filters by it and cannot do without.
 */
export function refusedFields({ fields }: Source, message: string): string[] {
  const [, column] = /No such column '([^']+)'/i.exec(message) ?? []
  const [, relationship] = /Didn't understand relationship '([^']+)'/i.exec(message) ?? []
  if (relationship) return fields.filter((field) => field.startsWith(`${relationship}.`))
  return column ? fields.filter((field) => field === column || field.endsWith(`.${column}`)) : []
}
