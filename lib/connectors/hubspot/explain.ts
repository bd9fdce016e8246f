import * as z from 'zod/mini'
import type { ErrorInfo } from '@/lib/domain/errors'
import { retryMoment } from '../http/retry-after'
import type { Reply } from '../http/types'
import { leadsidePrefix } from './leadside-properties'
import { errorEnvelope, type ErrorEnvelope } from './wire/error-envelope'

const dayMs = 86_400_000
/** HubSpot's locks last up to 2 s, its rolling window ten. */
const lockMs = 2_000
const windowMs = 10_000
const secondMs = 1_000
const longestDetail = 300

/** Codes that mean the Leadside properties are not as the set-up makes them. */
const setUpCodes = new Set(['PROPERTY_DOESNT_EXIST', 'INVALID_OPTION'])

/**
 * HubSpot's refusals as error kinds; `undefined` leaves the answer to its HTTP status.
 * @param utcOffsetMs of the portal's time zone, in which daily quotas end at midnight
 */
export function explain(reply: Reply, now: number, utcOffsetMs: number): ErrorInfo | undefined {
  const parsed = z.safeParse(errorEnvelope, reply.body)
  const envelope = parsed.success ? parsed.data : {}
  switch (reply.status) {
    case 400: return explainInvalid(envelope)
    case 401: return { kind: 'signed-out' }
    case 403: return { kind: 'forbidden', detail: scopesOf(envelope)?.join(', ') ?? wordsOf(envelope) }
    case 404: return { kind: 'not-found' }
    case 409: return { kind: 'conflict', detail: wordsOf(envelope) }
    case 423: return { kind: 'unavailable', detail: 'locked', retryAt: now + lockMs }
    case 429: return explainLimit(reply, envelope, now, utcOffsetMs)
    case 477: return { kind: 'unavailable', detail: 'migration', retryAt: retryMoment(reply.headers.get('retry-after'), now) }
    default: return undefined
  }
}

function explainInvalid(envelope: ErrorEnvelope): ErrorInfo {
  const own = envelope.errors?.find((error) => setUpCodes.has(error.code ?? '') && error.context?.propertyName?.[0]?.startsWith(leadsidePrefix))
  return own ? { kind: 'not-set-up', detail: own.context?.propertyName?.[0] } : { kind: 'invalid', detail: wordsOf(envelope) }
}

/** The daily quota is over until midnight in the portal; the other limits pass within seconds. */
function explainLimit(reply: Reply, envelope: ErrorEnvelope, now: number, utcOffsetMs: number): ErrorInfo {
  const policy = envelope.policyName ?? ''
  if (policy === 'DAILY') {
    const midnight = (Math.floor((now + utcOffsetMs) / dayMs) + 1) * dayMs - utcOffsetMs
    return { kind: 'quota', retryAt: midnight }
  }
  const wait = policy === 'SECONDLY' ? secondMs : windowMs
  return { kind: 'rate-limited', retryAt: retryMoment(reply.headers.get('retry-after'), now) ?? now + wait }
}

function scopesOf(envelope: ErrorEnvelope): string[] | undefined {
  const scopes = [envelope.context, ...(envelope.errors ?? []).map((error) => error.context)].flatMap((context) => context?.requiredGranularScopes ?? [])
  return scopes.length > 0 ? scopes : undefined
}

/** HubSpot's own words, without addresses of people and no longer than a line. */
function wordsOf(envelope: ErrorEnvelope): string | undefined {
  const words = envelope.errors?.[0]?.message ?? envelope.message
  return words?.replace(/[^\s@"]+@[^\s@"]+/g, '…').slice(0, longestDetail)
}
