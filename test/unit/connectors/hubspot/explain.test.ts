import { describe, expect, it } from 'vitest'
import { explain } from '@/lib/connectors/hubspot/explain'
import type { ErrorInfo } from '@/lib/domain/errors'

const now = Date.UTC(2026, 8, 16, 10)
const minute = 60_000

function explained(status: number, body: unknown, headers: Record<string, string> = {}, utcOffset = 0): ErrorInfo | undefined {
  return explain({ status, headers: new Headers(headers), body }, now, utcOffset)
}
const invalid = (code: string, propertyName: string, message = 'words') =>
  ({ status: 'error', message: 'Property values were not valid: […]', category: 'VALIDATION_ERROR', errors: [{ message, code, context: { propertyName: [propertyName] } }] })

describe('refusals of HubSpot', () => {
  it.each<[string, number, unknown, ErrorInfo | undefined]>([
    ['F20 a token it does not know', 401, { message: 'Authentication credentials not found.', category: 'INVALID_AUTHENTICATION' }, { kind: 'signed-out' }],
    ['F20 a token past its time', 401, { message: 'expired 4 minute(s) ago', category: 'EXPIRED_AUTHENTICATION', context: { 'expire time': ['2026'] } }, { kind: 'signed-out' }],
    ['F23 scopes named in the context', 403, { category: 'MISSING_SCOPES', context: { requiredGranularScopes: ['content', 'forms'] } }, { kind: 'forbidden', detail: 'content, forms' }],
    ['F23 scopes named in the first error', 403, { category: 'MISSING_SCOPES', errors: [{ message: 'm', context: { requiredGranularScopes: ['sales-email-read'] } }] }, { kind: 'forbidden', detail: 'sales-email-read' }],
    ['an edition that is not bought', 403, { message: 'An Enterprise subscription is required.' }, { kind: 'forbidden', detail: 'An Enterprise subscription is required.' }],
    ['a record that is not there', 404, { message: 'resource not found' }, { kind: 'not-found' }],
    ['a contact that exists', 409, { message: 'Contact already exists. Existing ID: 301' }, { kind: 'conflict', detail: 'Contact already exists. Existing ID: 301' }],
    ['a lock', 423, { message: 'Locked' }, { kind: 'unavailable', detail: 'locked', retryAt: now + 2_000 }],
    ['our property missing', 400, invalid('PROPERTY_DOESNT_EXIST', 'leadside_verdict'), { kind: 'not-set-up', detail: 'leadside_verdict' }],
    ['our options changed', 400, invalid('INVALID_OPTION', 'leadside_verdict'), { kind: 'not-set-up', detail: 'leadside_verdict' }],
    ['their property refused', 400, invalid('INVALID_OPTION', 'hs_lead_status', 'X was not one of the allowed options'), { kind: 'invalid', detail: 'X was not one of the allowed options' }],
    ['F26 a server error, left to its status', 500, { message: 'internal error' }, undefined],
    ['F26 HTML from the edge, left to its status', 502, undefined, undefined],
    ['F27 a refusal without a body', 400, undefined, { kind: 'invalid', detail: undefined }],
    ['F27 a refusal with a body of another kind', 403, [1, 2], { kind: 'forbidden', detail: undefined }],
  ])('names %s', (_name, status, body, expected) => {
    expect(explained(status, body)).toEqual(expected)
  })

  it.each<[string, unknown, Record<string, string>, number]>([
    ['ten seconds where it does not say', { policyName: 'TEN_SECONDLY_ROLLING' }, {}, 10_000],
    ['a second for searches', { policyName: 'SECONDLY' }, {}, 1_000],
    ['as long as it says', { policyName: 'TEN_SECONDLY_ROLLING' }, { 'retry-after': '120' }, 120_000],
    ['a quarter of an hour where it says a year', {}, { 'retry-after': '31536000' }, 15 * minute],
  ])('F24 waits after a rate limit %s', (_name, body, headers, wait) => {
    expect(explained(429, body, headers)).toEqual({ kind: 'rate-limited', retryAt: now + wait })
  })

  it.each([
    ['in UTC', 0, Date.UTC(2026, 8, 17)],
    ['in New York', -4 * 60 * minute, Date.UTC(2026, 8, 17, 4)],
    ['in Auckland', 12 * 60 * minute, Date.UTC(2026, 8, 16, 12)],
  ])('F25 takes a used-up day to end at midnight of the portal %s', (_name, utcOffset, midnight) => {
    expect(explained(429, { policyName: 'DAILY' }, {}, utcOffset)).toEqual({ kind: 'quota', retryAt: midnight })
  })

  it('comes back within a quarter of an hour to a portal that is moving', () => {
    expect(explained(477, { message: 'Migration in progress' }, { 'retry-after': '86400' })).toEqual({ kind: 'unavailable', detail: 'migration', retryAt: now + 15 * minute })
  })

  it('S49 keeps addresses of people out of the words it passes on', () => {
    const detail = explained(409, { message: 'Contact dana@northwind.example already exists' })?.detail
    expect(detail).toBe('Contact … already exists')
  })
})
