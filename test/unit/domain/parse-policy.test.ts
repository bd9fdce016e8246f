import { describe, expect, it } from 'vitest'
import { parsePolicy } from '@/lib/domain/parse-policy'

describe('S59 managed values', () => {
  it('takes every documented key', () => {
    const given = {
      allowedOrgs: ['acme.my.salesforce.com', '24680135'], hubAddress: 'https://leadside.acme.example', salesforceClientId: '3MVG9x', libraryAddress: 'https://www.acme.example/library.json',
      allowBrowserSession: false, allowStaticToken: false, trackedLinks: false, allowExport: false, allowFreeText: false, retentionDays: 180,
      statusByVerdict: { salesforce: { good: 'Working - Contacted', wrong: 'Unqualified' } },
    }
    expect(parsePolicy(given)).toEqual({ ...given, ignored: [] })
  })

  it.each([
    ['allowedOrgs', 'acme.my.salesforce.com'], ['allowedOrgs', ['not a host']], ['hubAddress', 'ftp://x'], ['libraryAddress', 'http://acme.example/library.json'],
    ['allowExport', 'no'], ['retentionDays', 0], ['retentionDays', 1.5], ['salesforceClientId', ''],
    ['statusByVerdict', { salesforce: { great: 'Working' } }], ['statusByVerdict', { salesforce: { good: '' } }], ['statusByVerdict', { pipedrive: {} }],
  ])('F44 ignores a bad %s and names it', (key, value) => {
    expect(parsePolicy({ [key]: value, allowFreeText: false })).toEqual({ allowFreeText: false, ignored: [key] })
  })

  it('knows nothing of other keys', () => {
    expect(parsePolicy({ telemetry: true })).toEqual({ ignored: [] })
  })
})
