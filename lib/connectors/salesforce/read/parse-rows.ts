import * as z from 'zod/mini'
import { AppError, type ErrorInfo, toErrorInfo } from '@/lib/domain/errors'
import type { SourceReport } from '@/lib/domain/source-report'
import type { Outcome } from './source'

/** Rows in the shape that is expected of them, or the failure that stands for the whole source. */
export type Parsed<T> = { rows: T[] } | { error: AppError; need?: string | undefined }

export function parseRows<T>(outcome: Outcome | undefined, schema: z.core.$ZodType<T>): Parsed<T> {
  if (!outcome) return { rows: [] }
  if ('error' in outcome) return outcome
  const rows = z.safeParse(z.array(schema), outcome.rows)
  return rows.success ? { rows: rows.data } : { error: new AppError('bad-reply', { detail: rows.error.issues[0]?.path.map(String).join('.') }) }
}

export function rowsOf<T>(parsed: Parsed<T>): T[] {
  return 'rows' in parsed ? parsed.rows : []
}

/** `count` touches were made of what the sources brought; one that failed speaks for them all. */
export function reportOf(name: string, parts: readonly Parsed<unknown>[], count: number): SourceReport {
  const broken = parts.find((part) => 'error' in part)
  if (!broken || !('error' in broken)) return { name, state: count > 0 ? 'found' : 'empty', count }
  const error: ErrorInfo = toErrorInfo(broken.error)
  if (broken.need === undefined && error.kind !== 'forbidden') return { name, state: 'failed', count, error }
  return { name, state: 'missing', count, error, who: 'admin', need: broken.need ?? error.detail }
}
