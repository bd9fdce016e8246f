import * as z from 'zod/mini'
import { AppError, type ErrorInfo, type ErrorKind } from '@/lib/domain/errors'
import { kindOfStatus } from '../../http/failure'
import type { Reply } from '../../http/types'
import { maybeText } from '../wire'

const restErrors = z.array(z.object({ errorCode: z.string(), message: maybeText, fields: z.optional(z.nullable(z.array(z.string()))) }))
const oauthError = z.object({ error: z.string(), error_description: maybeText })

const kinds: Record<string, ErrorKind> = {
  API_DISABLED_FOR_ORG: 'forbidden', API_CURRENTLY_DISABLED: 'forbidden', INSUFFICIENT_ACCESS: 'forbidden',
  INSUFFICIENT_ACCESS_OR_READONLY: 'forbidden', INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'forbidden',
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: 'forbidden', INVALID_FIELD_FOR_INSERT_UPDATE: 'forbidden',
  INVALID_FIELD: 'forbidden', INVALID_TYPE: 'not-set-up', MALFORMED_QUERY: 'invalid',
  CANNOT_UPDATE_CONVERTED_LEAD: 'converted', ENTITY_IS_DELETED: 'not-found', NOT_FOUND: 'not-found',
  UNABLE_TO_LOCK_ROW: 'unavailable', SERVER_UNAVAILABLE: 'unavailable', UNSUPPORTED_API_VERSION: 'version-retired',
  STORAGE_LIMIT_EXCEEDED: 'quota', invalid_grant: 'signed-out', temporarily_unavailable: 'unavailable',
  invalid_client_id: 'not-set-up', invalid_client: 'not-set-up', unsupported_grant_type: 'not-set-up', redirect_uri_mismatch: 'not-set-up',
  access_denied: 'cancelled', OAUTH_APP_BLOCKED: 'policy', OAUTH_APPROVAL_ERROR_GENERIC: 'policy',
}

/**
 * Salesforce's refusals as error kinds; `undefined` leaves the answer to its HTTP status. The detail names code and
 * fields, never the message, which may quote the query or a value.
 */
export function explain({ status, body }: Pick<Reply, 'status' | 'body'>): ErrorInfo | undefined {
  // Identity addresses refuse a token with 403 and a bare text.
  if (body === 'Bad_OAuth_Token' || body === 'Missing_OAuth_Token') return { kind: 'signed-out', detail: body }
  const rest = z.safeParse(restErrors, body)
  const first = rest.success ? rest.data[0] : undefined
  if (first) return { kind: kindOf(status, first.errorCode, first.message ?? ''), detail: [first.errorCode, ...(first.fields ?? [])].join(' ') }
  const oauth = z.safeParse(oauthError, body)
  if (oauth.success) return { kind: kinds[oauth.data.error] ?? kindOfStatus(status), detail: oauth.data.error }
  return undefined
}

function kindOf(status: number, code: string, message: string): ErrorKind {
  // Both meanings share one code. Only the first is an expiry; the other needs an app (API Access Control is on).
  if (code === 'INVALID_SESSION_ID') return /not valid for use with the REST API/i.test(message) ? 'policy' : 'signed-out'
  if (code === 'REQUEST_LIMIT_EXCEEDED') return /concurrent/i.test(message) ? 'rate-limited' : 'quota'
  return kinds[code] ?? kindOfStatus(status)
}

/** The error of one part of a composite answer, with the message kept for those who look for a column in it. */
export class SlotError extends AppError {
  readonly code: string | undefined
  readonly words: string

  constructor(status: number, body: unknown) {
    const info = explain({ status, body }) ?? { kind: kindOfStatus(status) }
    super(info.kind, { detail: info.detail })
    const parsed = z.safeParse(restErrors, body)
    const first = parsed.success ? parsed.data[0] : undefined
    this.code = first?.errorCode
    this.words = first?.message ?? ''
  }
}
