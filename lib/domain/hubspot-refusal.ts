import * as z from 'zod/mini'
import type { ErrorInfo } from './errors'
import { retryMoment } from './retry-after'

/** Every name Leadside gives itself in HubSpot starts so. */
export const leadsidePrefix = 'leadside_'

const dayMs = 86_400_000
/** HubSpot's locks last up to 2 s, its rolling window ten. */
const lockMs = 2_000
const windowMs = 10_000
const secondMs = 1_000
const longestDetail = 300

const context = z.optional(z.object({ requiredGranularScopes: z.optional(z.array(z.string())), propertyName: z.optional(z.array(z.string())) }))

/** HubSpot's error body. Every member may be absent, and proxies in between answer HTML. */
const errorEnvelope = z.object({
  message: z.optional(z.string()),
  category: z.optional(z.string()),
  subCategory: z.optional(z.string()),
  policyName: z.optional(z.string()),
  context,
  errors: z.optional(z.array(z.object({ message: z.optional(z.string()), code: z.optional(z.string()), context }))),
})
type ErrorEnvelope = z.infer<typeof errorEnvelope>

export interface HubspotRefusal {
  status: number
  /** The header as received. */
  retryAfter: string | null
  body: unknown
}

/** Codes that mean the Leadside properties are not as the set-up makes them. */
const setUpCodes = new Set(['PROPERTY_DOESNT_EXIST', 'INVALID_OPTION'])

/**
 * HubSpot's refusals as error kinds, for whoever talks to it; `undefined` leaves the answer to its HTTP status.
 * @param utcOffsetMs of the portal's time zone, in which daily quotas end at midnight
 */
export function explainHubspot(refusal: HubspotRefusal, now: number, utcOffsetMs: number): ErrorInfo | undefined {
  const parsed = z.safeParse(errorEnvelope, refusal.body)
  const envelope = parsed.success ? parsed.data : {}
  switch (refusal.status) {
    case 400: return explainInvalid(envelope)
    case 401: return { kind: 'signed-out' }
    case 403: return { kind: 'forbidden', detail: scopesOf(envelope)?.join(', ') ?? wordsOf(envelope) }
    case 404: return { kind: 'not-found' }
    case 409: return { kind: 'conflict', detail: wordsOf(envelope) }
    case 423: return { kind: 'unavailable', detail: 'locked', retryAt: now + lockMs }
    case 429: return explainLimit(refusal, envelope, now, utcOffsetMs)
    case 477: return { kind: 'unavailable', detail: 'migration', retryAt: retryMoment(refusal.retryAfter, now) }
    default: return undefined
  }
}

function explainInvalid(envelope: ErrorEnvelope): ErrorInfo {
  const own = envelope.errors?.find((error) => setUpCodes.has(error.code ?? '') && error.context?.propertyName?.[0]?.startsWith(leadsidePrefix))
  return own ? { kind: 'not-set-up', detail: own.context?.propertyName?.[0] } : { kind: 'invalid', detail: wordsOf(envelope) }
}

/** The daily quota is over until midnight in the portal; the other limits pass within seconds. */
function explainLimit({ retryAfter }: HubspotRefusal, envelope: ErrorEnvelope, now: number, utcOffsetMs: number): ErrorInfo {
  const policy = envelope.policyName ?? ''
  if (policy === 'DAILY') {
    const midnight = (Math.floor((now + utcOffsetMs) / dayMs) + 1) * dayMs - utcOffsetMs
    return { kind: 'quota', retryAt: midnight }
  }
  const wait = policy === 'SECONDLY' ? secondMs : windowMs
  return { kind: 'rate-limited', retryAt: retryMoment(retryAfter, now) ?? now + wait }
}

function scopesOf(envelope: ErrorEnvelope): string[] | undefined {
  const scopes = [envelope.context, ...(envelope.errors ?? []).map((error) => error.context)].flatMap((one) => one?.requiredGranularScopes ?? [])
  return scopes.length > 0 ? scopes : undefined
}

/** HubSpot's own words, without addresses of people and no longer than a line. */
function wordsOf(envelope: ErrorEnvelope): string | undefined {
  const words = envelope.errors?.[0]?.message ?? envelope.message
  return words?.replace(/[^\s@"]+@[^\s@"]+/g, '…').slice(0, longestDetail)
}
