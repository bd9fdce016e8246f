import type * as z from 'zod/mini'
import { rowRev } from './rows'

/** From the rev it is filed under to the next one; frozen like the steps. */
export type Repairs = Readonly<Record<number, (value: unknown) => unknown>>

export interface RowReader<T> {
  /** The value inside a stored row, or `undefined` (and a report) where it is damaged. */
  read(stored: { rev: number }): T | undefined
  readAll(stored: readonly { rev: number }[]): T[]
}

/**
 * Opens stored rows. Values of today's rev were parsed before they were written and are taken as they are (`trust`), which
 * keeps reading 100,000 of them cheap; any other rev is repaired step by step and parsed. Damaged rows stay where they are.
 */
export function createRowReader<T>(options: {
  field: string
  schema: z.ZodMiniType<T>
  damaged: (field: string) => void
  trust?: boolean
  repairs?: Repairs
  rev?: number
}): RowReader<T> {
  const { field, schema, damaged, trust = true, repairs = {}, rev = rowRev } = options

  function read(stored: { rev: number }): T | undefined {
    const value = (stored as Record<string, unknown>)[field]
    if (trust && stored.rev === rev && value !== null && typeof value === 'object') return value as T
    const parsed = schema.safeParse(lift(value, stored.rev))
    if (parsed.success) return parsed.data
    damaged(field)
    return undefined
  }

  function lift(value: unknown, from: number): unknown {
    try {
      let lifted = value
      for (let at = Math.max(from, 0); at < rev; at += 1) lifted = repairs[at]?.(lifted) ?? lifted
      return lifted
    } catch {
      return undefined
    }
  }

  return { read, readAll: (stored) => stored.map(read).filter((value) => value !== undefined) }
}
