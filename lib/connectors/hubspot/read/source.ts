import * as z from 'zod/mini'
import { AppError, toErrorInfo } from '@/lib/domain/errors'
import type { SourceReport } from '@/lib/domain/source-report'
import type { Cache } from '../../ports'
import { cacheKey } from '../cache-key'
import { unseenKey } from './contact'

/** The optional sources of a record: each may be absent without costing the others. */
export const optionalSources = ['hs-events', 'hs-email-events', 'hs-emails', 'hs-notes', 'hs-webinars', 'hs-form-names', 'hs-owner-names'] as const
export type OptionalSource = (typeof optionalSources)[number]

/** What a missing source lacks and who can provide it. */
export interface Lack {
  need: string
  who: NonNullable<SourceReport['who']>
}

export interface SourceResult<T> {
  /** Absent where the source is missing or failed. */
  data?: T | undefined
  report: SourceReport
}

/** A refusal for want of a scope or edition stays true for a while: it is not asked for again on every record. */
const missingTtlMs = 3_600_000
const lack = z.object({ need: z.string(), who: z.enum(['you', 'admin', 'vendor', 'nobody']) })

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
    const known = z.safeParse(lack, await cache.get(missingKey(org, name)))
    if (known.success) return { report: missing(name, known.data) }
    try {
      const data = await read()
      const found = count(data)
      return { data, report: { name, state: found > 0 ? 'found' : 'empty', count: found } }
    } catch (error) {
      if (error instanceof AppError && error.kind === 'cancelled') throw error
      const absent = lackOf(error, edition)
      if (!absent) return { report: { name, state: 'failed', count: 0, error: toErrorInfo(error) } }
      await cache.set(missingKey(org, name), absent, missingTtlMs)
      return { report: missing(name, absent) }
    }
  }
}

/** What is known to be missing in this portal, for the connection's report. */
export async function knownLacks(cache: Cache, org: string): Promise<Map<OptionalSource, Lack>> {
  const found = await Promise.all(optionalSources.map(async (name) => ({ name, parsed: z.safeParse(lack, await cache.get(missingKey(org, name))) })))
  return new Map(found.flatMap(({ name, parsed }): [OptionalSource, Lack][] => (parsed.success ? [[name, parsed.data]] : [])))
}

/** A test of the connection asks everything again. */
export async function forgetLacks(cache: Cache, org: string): Promise<void> {
  await Promise.all([...optionalSources.map((name) => missingKey(org, name)), unseenKey(org)].map((key) => cache.remove(key)))
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

function missingKey(org: string, name: OptionalSource): string {
  return cacheKey(org, `missing:${name}`)
}
