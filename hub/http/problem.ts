import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AppError, type ErrorKind } from '@/lib/domain/errors'
import { statusOf, type Problem } from '@/lib/hub-client/contract'
import { codeOf } from '../db/open'
import type { Log } from '../log'

const titles: Partial<Record<ErrorKind, string>> = {
  'invalid': 'The request is not what this route takes.', 'signed-out': 'No valid session.', 'forbidden': 'Your role may not do this.',
  'not-found': 'There is no such thing, or not for you.', 'conflict': 'Somebody else was first.', 'rate-limited': 'Too many tries.',
  'unavailable': 'The hub cannot answer now.', 'untrusted': 'The signature does not hold.', 'no-consent': 'The legal ground is missing.',
}

/** RFC 9457; the kind says what to do. */
export function answerProblem(c: Context, error: AppError): Response {
  const status = statusOf(error.kind)
  const problem: Problem = { type: `urn:leadside:error:${error.kind}`, title: titles[error.kind] ?? 'The hub failed.', status, kind: error.kind }
  if (error.detail !== undefined) problem.detail = error.detail
  if (error.retryAt !== undefined) problem.retryAt = error.retryAt
  return c.json(problem, status as ContentfulStatusCode, { 'content-type': 'application/problem+json' })
}

/** A thrown value as a refusal. What nobody expected is logged by its code only, because its text may hold values. */
export function toRefusal(thrown: unknown, log: Log): AppError {
  if (thrown instanceof AppError) return thrown
  const code = codeOf(thrown)
  if (isLostDatabase(thrown, code)) return new AppError('unavailable', { detail: 'database' })
  if (code === '42501') return new AppError('forbidden')
  // The database cannot keep a value that was sent.
  if (code.startsWith('22')) return new AppError('invalid', { detail: 'value' })
  log.warn('request failed', { code, error: thrown instanceof Error ? thrown.name : typeof thrown })
  return new AppError('bug')
}

/** Connection refused, reset or ended, server starting up or shutting down, too many clients, lock or statement given up. */
function isLostDatabase(thrown: unknown, code: string): boolean {
  if (/^(?:ECONN|EPIPE|ENOENT|ETIMEDOUT|08|57|53|55P03|40)/.test(code)) return true
  return thrown instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(thrown.message)
}
