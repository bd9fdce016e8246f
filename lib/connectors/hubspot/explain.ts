import * as z from 'zod/mini'
import { errorKind, type ErrorInfo } from '@/lib/domain/errors'
import { explainHubspot } from '@/lib/domain/hubspot-refusal'
import type { Reply } from '../http/types'

/** What a hub that stands between answers: the refusal as read there. */
const readAlready = z.object({
  type: z.string().check(z.regex(/^urn:leadside:error:/)), kind: errorKind, detail: z.optional(z.string()), retryAt: z.optional(z.number()),
})

/** A refusal as an error kind; `undefined` leaves it to its HTTP status. */
export function explain({ status, headers, body }: Reply, now: number, utcOffsetMs: number): ErrorInfo | undefined {
  const read = z.safeParse(readAlready, body)
  if (read.success) return { kind: read.data.kind, detail: read.data.detail, retryAt: read.data.retryAt }
  return explainHubspot({ status, retryAfter: headers.get('retry-after'), body }, now, utcOffsetMs)
}
