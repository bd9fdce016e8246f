import type { ErrorInfo } from '@/lib/domain/errors'
import { explainHubspot } from '@/lib/domain/hubspot-refusal'
import type { Reply } from '../http/types'

/** A refusal of HubSpot's own as an error kind; `undefined` leaves it to its HTTP status. */
export function explain({ status, headers, body }: Reply, now: number, utcOffsetMs: number): ErrorInfo | undefined {
  return explainHubspot({ status, retryAfter: headers.get('retry-after'), body }, now, utcOffsetMs)
}
