import { describe, expect, it } from 'vitest'
import { explain } from '@/lib/connectors/salesforce/org/explain'
import type { ErrorKind } from '@/lib/domain/errors'

const rest = (status: number, errorCode: string, message: string, kind: ErrorKind, fields?: string[]): [string, number, unknown, ErrorKind] =>
  [`${status} ${errorCode}: ${message}`, status, [fields ? { message, errorCode, fields } : { message, errorCode }], kind]

describe('explain', () => {
  it.each([
    rest(401, 'INVALID_SESSION_ID', 'Session expired or invalid', 'signed-out'),
    rest(401, 'INVALID_SESSION_ID', 'This session is not valid for use with the REST API', 'policy'),
    rest(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', 'quota'),
    rest(403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.', 'rate-limited'),
    rest(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.', 'forbidden'),
    rest(403, 'API_CURRENTLY_DISABLED', 'API is disabled for this User', 'forbidden'),
    rest(404, 'NOT_FOUND', 'The requested resource does not exist', 'not-found'),
    rest(404, 'ENTITY_IS_DELETED', 'entity is deleted', 'not-found'),
    rest(400, 'MALFORMED_QUERY', "unexpected token: 'BY'", 'invalid'),
    rest(400, 'INVALID_FIELD', "No such column 'x' on entity 'Lead'.", 'forbidden'),
    rest(400, 'INVALID_TYPE', "sObject type 'Lead_Feedback__c' is not supported.", 'not-set-up'),
    rest(400, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Verdict__c]', 'invalid', ['Verdict__c']),
    rest(400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Pick a reason', 'invalid', ['Reason__c']),
    rest(400, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'bad value', 'invalid', ['Verdict__c']),
    rest(400, 'CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', 'converted', []),
    rest(400, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', 'forbidden', []),
    rest(403, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id', 'forbidden', []),
    rest(400, 'UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record', 'unavailable', []),
    rest(503, 'SERVER_UNAVAILABLE', 'The server is temporarily unable', 'unavailable'),
    rest(500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred.', 'unavailable'),
    rest(410, 'UNSUPPORTED_API_VERSION', 'no longer available', 'version-retired'),
    rest(412, 'PRECONDITION_FAILED', 'precondition failed', 'conflict'),
    ['a refused refresh token', 400, { error: 'invalid_grant', error_description: 'expired access/refresh token' }, 'signed-out'],
    ['an unknown app', 400, { error: 'invalid_client_id', error_description: 'client identifier invalid' }, 'not-set-up'],
    ['a blocked app', 400, { error: 'OAUTH_APP_BLOCKED', error_description: 'this app is blocked by admin' }, 'policy'],
    ['a token the identity address does not know', 403, 'Bad_OAuth_Token', 'signed-out'],
  ])('reads %s', (_name, status, body, kind) => {
    expect(explain({ status, body })?.kind).toBe(kind)
  })

  it('F23 names the fields', () => {
    const body = [{ message: 'Unable to create/update fields: Rating.', errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Rating', 'Score__c'] }]
    expect(explain({ status: 400, body })).toEqual({ kind: 'forbidden', detail: 'INVALID_FIELD_FOR_INSERT_UPDATE Rating Score__c' })
  })

  it('repeats no message: it may quote a name', () => {
    const body = [{ message: 'duplicate value found: Priya Raman', errorCode: 'DUPLICATE_VALUE' }]
    expect(JSON.stringify(explain({ status: 400, body }))).not.toContain('Priya')
  })

  it.each([undefined, '<html>down</html>', null, [], {}, [{ message: 'no code' }]])('leaves %j to the status', (body) => {
    expect(explain({ status: 503, body })).toBeUndefined()
  })
})
