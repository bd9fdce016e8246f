import { describe, expect, it } from 'vitest'
import { hubAddress, parseInvite } from '@/lib/domain/hub-invite'
import { parseRecordKey, recordKey } from '@/lib/domain/record-ref'

const code = 'NJpjqJ9RAK6ue_ROq3mSyN5uMRGM5TCP'

describe('an invite', () => {
  it.each<[string, string, string | undefined, { address: string; code: string } | undefined]>([
    ['a link', `https://hub.acme.example/join#${code}`, undefined, { address: 'https://hub.acme.example', code }],
    ['a link with space around', `  https://hub.acme.example:8443/join#${code}\n`, undefined, { address: 'https://hub.acme.example:8443', code }],
    ['a hub of this machine', `http://127.0.0.1:4280/join#${code}`, undefined, { address: 'http://127.0.0.1:4280', code }],
    ['a code where the hub is known', code, 'https://hub.acme.example', { address: 'https://hub.acme.example', code }],
    ['a code alone', code, undefined, undefined],
    ['a link in the clear', `http://hub.acme.example/join#${code}`, undefined, undefined],
    ['a look-alike of this machine', `http://localhost.evil.example/join#${code}`, undefined, undefined],
    ['a link without a code', 'https://hub.acme.example/join', undefined, undefined],
    ['a link with too short a code', 'https://hub.acme.example/join#abc', undefined, undefined],
    ['another scheme', `javascript:alert(1)#${code}`, undefined, undefined],
    ['words', 'please let me in', undefined, undefined],
  ])('%s', (_what, text, known, expected) => {
    expect(parseInvite(text, known)).toEqual(expected)
  })

  it('an address is an origin, without what may follow it', () => {
    expect([hubAddress('https://hub.example/x?y#z'), hubAddress('ftp://hub.example'), hubAddress('')]).toEqual(['https://hub.example', undefined, undefined])
  })
})

describe('a record key', () => {
  it('names its record again, and nothing else does', () => {
    const ref = { crm: 'salesforce', org: 'acme.my.salesforce.com', kind: 'lead', id: '00Q5g0rZuuAAwhMEET' } as const
    expect(parseRecordKey(recordKey(ref))).toEqual(ref)
    for (const text of ['', 'salesforce:acme:lead', `${recordKey(ref)}:x`, 'siebel:acme:lead:1', 'hubspot:1:contact:../x']) expect(parseRecordKey(text)).toBeUndefined()
  })
})
