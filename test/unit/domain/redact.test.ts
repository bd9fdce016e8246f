import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact, redactValue } from '@/lib/domain/redact'

const known = { names: ['Mara Lindqvist', 'Brightwater (Nordic)'] }

describe('S49 a report', () => {
  it.each([
    ['GET https://api.hubapi.com/crm/v3/objects/contacts/51?email=mara%40x.example failed', 'GET https://api.hubapi.com/[path] failed'],
    ['at https://acme.my.salesforce.com/services/data/v62.0/query?q=SELECT+Id', 'at https://acme.my.salesforce.com/[path]'],
    ['https://user:pass@host.example/x', 'https://host.example/[path]'],
    ['mail to mara.lindqvist+x@brightwater.example.', 'mail to [email]'],
    ['mailto:mara@brightwater.example?subject=Hi', 'mailto:[email]'],
    ['Authorization: Bearer abcdef123456', 'Authorization: [secret] [secret]'],
    ['{"access_token":"short1","scope":"api"}', '{"access_token":[secret],"scope":"api"}'],
    ['refresh_token=5Aep861TSESvWeug_xvFHRBTTbf&grant_type=refresh', 'refresh_token=[secret]&grant_type=refresh'],
    ['sent pat-na1-0b1c2d3e-4f5a-6b7c-8d9e-0f1a2b3c4d5e', 'sent [secret]'],
    ['sid 00D5f000000AbCd!AQ4AQFz.x_9', 'sid [secret]'],
    ['jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig', 'jwt [secret]'],
    ['key 9fQ2mX7pL4vT8wK1zR6sD3gH5jB0nC2y', 'key [secret]'],
    ['record 00Q5f00000AbCdEEAV and 00Q5f00000AbCdE', 'record [id] and [id]'],
    ['contact 501234 of portal 4711003', 'contact [id] of portal [id]'],
    ['hubspot:4711:contact:51', 'hubspot:contact:[id]'],
    ['salesforce:acme.my.salesforce.com:lead:00Q5f00000AbCdEEAV', 'salesforce:lead:[id]'],
    ['mara LINDQVIST of Brightwater (Nordic), Mara', '[name] of [name], [name]'],
  ])('S49 says %j as %j', (text, expected) => {
    expect(redact(text, known)).toBe(expected)
  })

  it('S49 knows names whatever signs they are written with', () => {
    expect(redact('asked by Anne-Sophie Müller-Lüdenscheidt of Grand-Ouest/Sud (EU)', { names: ['Anne-Sophie Müller-Lüdenscheidt', 'Grand-Ouest/Sud (EU)'] })).toBe('asked by [name] of [name]')
  })

  it.each(['Version 62.0 retired', 'took 1500 ms', 'acknowledgement internationalisation', 'event 01900000-0000-7000-8000-0000000000ff', 'INVALID_FIELD', 'Marathon', '3 of 10 failed'])('S49 keeps %j', (text) => {
    expect(redact(text, known)).toBe(text)
  })

  it('S49 replaces secrets and personal fields of a value', () => {
    const value = { kind: 'forbidden', refreshToken: 'x', ref: { crm: 'hubspot', org: '4711', id: '51' }, name: 'M', nested: [{ email: 'a@b.example', detail: 'https://x.example/a?b' }], count: 3 }
    expect(redactValue(value)).toEqual({
      kind: 'forbidden', refreshToken: '[secret]', ref: { crm: 'hubspot', org: '4711', id: '[id]' }, name: '[personal]', nested: [{ email: '[personal]', detail: 'https://x.example/[path]' }], count: 3,
    })
  })

  it('S49 lets no canary through, wherever it stands', () => {
    const canaries = ['mara@brightwater.example', '00Q5f00000AbCdEEAV', 'pat-eu1-0b1c2d3e-4f5a-6b7c-8d9e-0f1a2b3c4d5e', 'Lindqvist', '9fQ2mX7pL4vT8wK1zR6sD3gH5jB0nC2y']
    const around = fc.constantFrom(' ', '"', '\n', ', ', ' = ', '(', ')', ': ', '[')
    fc.assert(fc.property(fc.constantFrom(...canaries), around, around, fc.string(), (canary, before, after, noise) => {
      const text = `${noise} ${before}${canary}${after} ${noise}`
      expect(redact(text, known)).not.toContain(canary)
      expect(JSON.stringify(redactValue({ any: [text], [canary]: 1 }, known))).not.toContain(canary)
    }))
  })

  it('S49 bounds what it reads and how deep', () => {
    expect(redact('x '.repeat(1_000_000)).length).toBeLessThan(30_000)
    const loop: { self?: unknown } = {}
    loop.self = loop
    expect(JSON.stringify(redactValue(loop))).toContain('[deep]')
  })
})
