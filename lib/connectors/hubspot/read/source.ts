import { AppError, toErrorInfo } from '@/lib/domain/errors'
import type { SourceReport } from '@/lib/domain/source-report'
import type { Cache } from '../../ports'
import { findLack, rememberLack, type Lack, type OptionalSource } from './lacks'

export interface SourceResult<T> {
  /** Absent where the source is missing or failed. */
  data?: T | undefined
  report: SourceReport
}

export interface SourceReader {
  /**
   * Reads one optional source and turns its failure into a report.
   * @param edition named where HubSpot refuses without naming a scope
   * @throws AppError only `cancelled`
   */
  <T>(name: OptionalSource, read: () => Promise<T>, count: (data: T) => number, edition?: string): Promise<SourceResult<T>>
}

export function createSourceReader(cache: Cache, org: string): SourceReader {
  return async (name, read, count, edition) => {
    const known = await findLack(cache, org, name)
    if (known) return { report: missing(name, known) }
    try {
      const data = await read()
      const found = count(data)
      return { data, report: { name, state: found > 0 ? 'found' : 'empty', count: found } }
    } catch (error) {
      if (error instanceof AppError && error.kind === 'cancelled') throw error
      const lack = lackOf(error, edition)
      if (!lack) return { report: { name, state: 'failed', count: 0, error: toErrorInfo(error) } }
      await rememberLack(cache, org, name, lack)
      return { report: missing(name, lack) }
    }
  }
}

export function missing(name: string, { need, who }: Lack): SourceReport {
  return { name, state: 'missing', count: 0, need, who }
}

/** An admin grants a scope; an edition is bought. */
function lackOf(error: unknown, edition: string | undefined): Lack | undefined {
  if (!(error instanceof AppError) || error.kind !== 'forbidden') return undefined
  const scope = error.detail && /^[\w.-]+(, [\w.-]+)*$/.test(error.detail) ? error.detail : undefined
  if (scope) return { need: scope, who: 'admin' }
  return edition ? { need: edition, who: 'vendor' } : { need: error.detail ?? 'access', who: 'admin' }
}
