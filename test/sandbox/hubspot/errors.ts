/** One entry of `errors` in HubSpot's error body. */
export interface ErrorDetail {
  message: string
  code?: string | undefined
  context?: Record<string, string[]> | undefined
}

/** What an error body holds besides `status` and `correlationId`. */
export interface ErrorFields {
  message: string
  errors?: ErrorDetail[] | undefined
  context?: Record<string, string[]> | undefined
  links?: Record<string, string> | undefined
  subCategory?: string | undefined
  category?: string | undefined
  /** Rate limits word their bodies differently. */
  errorType?: string | undefined
  policyName?: string | undefined
  groupName?: string | undefined
  requestId?: string | undefined
}

/** An answer that is not a success. Thrown anywhere below the API, turned into a response at its edge. */
export class HubspotError extends Error {
  readonly status: number
  readonly fields: ErrorFields
  readonly headers: Record<string, string>

  constructor(status: number, fields: ErrorFields, headers: Record<string, string> = {}) {
    super(fields.message)
    this.status = status
    this.fields = fields
    this.headers = headers
  }
}

/** The body as HubSpot orders it: status, message, errorType, correlationId, errors, context, links, sub-category, category. */
export function errorBody(fields: ErrorFields, correlationId: string): Record<string, unknown> {
  const { message, errorType, errors, context, links, subCategory, category, policyName, groupName, requestId } = fields
  const ordered = {
    status: 'error',
    message,
    errorType,
    correlationId,
    policyName,
    groupName,
    requestId,
    errors,
    context,
    links,
    subCategory,
    category,
  }
  return Object.fromEntries(Object.entries(ordered).filter(([, value]) => value !== undefined))
}

/** 404 of a numeric id nobody has. */
export const resourceNotFound = (): HubspotError => new HubspotError(404, { message: 'resource not found' })

/** 404 of an id that is no number. */
export const notNumeric = (id: string): HubspotError =>
  new HubspotError(404, { message: 'Object not found.  objectId are usually numeric.', context: { id: [id] }, category: 'OBJECT_NOT_FOUND' })

/** 400 of a path or parameter naming no object type. */
export const unknownObjectType = (name: string): HubspotError => new HubspotError(400, { message: `Unable to infer object type from: ${name}` })

export const conflict = (message: string): HubspotError => new HubspotError(409, { message, category: 'CONFLICT' })

/** 400 with a sentence of its own. */
export const invalid = (message: string, more: Omit<ErrorFields, 'message' | 'category'> = {}): HubspotError =>
  new HubspotError(400, { message, ...more, category: 'VALIDATION_ERROR' })

/** 400 of a body HubSpot cannot read: broken JSON, a wrong type, an unknown member. */
export const unreadable = (what: string): HubspotError => new HubspotError(400, { message: `Invalid input JSON on line 1, column 1: ${what}` })

/** 401 of a missing, malformed, unknown or revoked token. */
export const notAuthenticated = (): HubspotError =>
  new HubspotError(401, {
    message:
      'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
    category: 'INVALID_AUTHENTICATION',
  })

/** 401 of an OAuth token past its half hour. */
export const expired = (since: number, now: number, expiry: string): HubspotError =>
  new HubspotError(401, {
    message: `The OAuth token used to make this call expired ${Math.max(0, Math.floor((now - since) / 60_000))} minute(s) ago.`,
    context: { 'expire time': [expiry] },
    category: 'EXPIRED_AUTHENTICATION',
  })

const scopeLinks = { scopes: 'https://developers.hubspot.com/scopes' }

/** 403 with the missing scopes in `context`, as schema, settings, content and marketing endpoints word it. */
export const scopesMissing = (scopes: readonly string[]): HubspotError =>
  new HubspotError(403, {
    message: 'One or more of the following scopes are required.',
    context: { requiredGranularScopes: [...scopes] },
    links: scopeLinks,
    category: 'MISSING_SCOPES',
  })

/** 403 with the missing scopes in `errors[0].context`, as object endpoints word it. */
export const objectScopesMissing = (scopes: readonly string[]): HubspotError =>
  new HubspotError(403, {
    message:
      "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    errors: [{ message: 'One or more of the following scopes are required.', context: { requiredGranularScopes: [...scopes] } }],
    links: scopeLinks,
    category: 'MISSING_SCOPES',
  })

/** 429 of one of the rate policies. */
export function rateLimited(policy: 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY', groupName?: string): HubspotError {
  const word = { TEN_SECONDLY_ROLLING: 'ten_secondly_rolling', SECONDLY: 'secondly', DAILY: 'daily' }[policy]
  return new HubspotError(429, {
    message: `You have reached your ${word} limit.`,
    errorType: 'RATE_LIMIT',
    policyName: policy,
    groupName,
    ...(policy === 'DAILY' ? { requestId: '00000000-0000-4000-8000-00000000da11' } : {}),
  })
}
