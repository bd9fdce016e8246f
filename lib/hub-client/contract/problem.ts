import * as z from 'zod/mini'
import { AppError, errorKind, type ErrorKind } from '@/lib/domain/errors'

/** A refusal as RFC 9457 describes it, with our kind beside. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  kind: errorKind,
  detail: z.optional(z.string()),
  /** Epoch milliseconds before which another try is pointless. */
  retryAt: z.optional(z.number()),
})
export type Problem = z.infer<typeof problem>

const statuses: Partial<Record<ErrorKind, number>> = {
  'invalid': 400, 'signed-out': 401, 'forbidden': 403, 'policy': 403, 'no-consent': 403, 'untrusted': 403, 'wrong-user': 403, 'not-found': 404, 'conflict': 409, 'rate-limited': 429,
  'quota': 429, 'not-set-up': 409, 'not-connected': 409, 'wrong-org': 409, 'version-retired': 410, 'bad-reply': 502, 'unavailable': 503, 'offline': 503, 'timeout': 504,
}

/** The HTTP status a kind travels under; 500 for what should not happen. */
export function statusOf(kind: ErrorKind): number {
  return statuses[kind] ?? 500
}

/** @param received the status, for answers that are no problem document of ours */
export function toAppError(body: unknown, received: number): AppError {
  const parsed = z.safeParse(problem, body)
  if (parsed.success) return new AppError(parsed.data.kind, { detail: parsed.data.detail, retryAt: parsed.data.retryAt })
  // A proxy's limit: smaller parts may pass.
  if (received === 413) return new AppError('invalid', { detail: 'HTTP 413' })
  return new AppError(received >= 500 ? 'unavailable' : 'bad-reply', { detail: `HTTP ${received}` })
}
