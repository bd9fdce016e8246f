import { type ApiError, apiError } from '../api-error.ts'
import type { Org } from '../org.ts'
import type { Session } from '../sessions.ts'

/** One REST call after its token was checked. Subrequests of a composite share their parent's. */
export interface ApiCall {
  org: Org
  session: Session
  /** Kept for `nextRecordsUrl`. */
  cursors: Map<string, QueryCursor>
}

export interface QueryCursor {
  records: readonly unknown[]
  totalSize: number
  batchSize: number
}

/** Checks bearer, daily budget and API permission, in that order; counts the call. Throws ApiError. */
export function admit(org: Org, request: Request): Session {
  const token = /^(?:Bearer|OAuth) (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
  const session = token === undefined ? undefined : org.sessions.find(token, org.clock())
  if (session === undefined || session.kind === 'page') throw apiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid')
  const mayUseApi = session.kind === 'api' ? session.scopes.includes('api') : org.switches.sessionsMayUseApi
  if (!mayUseApi) throw apiError(401, 'INVALID_SESSION_ID', 'This session is not valid for use with the REST API')
  spend(org)
  if (!org.switches.apiEnabled) throw apiError(403, 'API_CURRENTLY_DISABLED', 'API is disabled for this User')
  return session
}

/** Counts one call against the day's budget; throws when it is used up. */
export function spend(org: Org): void {
  const { apiUsage } = org.switches
  if (apiUsage.used >= apiUsage.max) throw limitExceeded()
  apiUsage.used += 1
}

export function limitExceeded(): ApiError {
  return apiError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')
}

/** The header every answer but a 401 carries. */
export function limitInfo(org: Org): string {
  return `api-usage=${org.switches.apiUsage.used}/${org.switches.apiUsage.max}`
}
