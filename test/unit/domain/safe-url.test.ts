import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPrivateAddress, safeAssetUrl } from '@/lib/domain/safe-url'

describe('S32 an asset address', () => {
  it.each([
    ['https://www.example.com/a b'.replace(' ', '%20'), 'https://www.example.com/a%20b'],
    ['HTTPS://Example.com', 'https://example.com/'],
    ['https://example.com/@team?mail=a@b', 'https://example.com/@team?mail=a@b'],
    ['http://localhost:3000/x', 'http://localhost:3000/x'],
    ['http://127.0.0.1/x', 'http://127.0.0.1/x'],
  ])('passes %s', (input, expected) => {
    expect(safeAssetUrl(input)).toBe(expected)
  })

  it.each([
    'http://example.com', 'http://localhost.example.com', 'http://127.0.0.1.example.com', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)', 'data:text/html,x', 'blob:https://example.com/1', 'file:///etc/passwd', 'chrome-extension://abc/x', 'moz-extension://abc/x',
    'ftp://example.com', 'view-source:https://example.com', '//example.com', 'example.com', '', ' https://example.com', 'https://example.com ',
    'https://example.com/a b', 'https://exam\nple.com', 'https://example.com/\u0000', 'https://example.com/\u202Egpj', 'https://example.com/\u200B', 'https://\u00A0example.com',
    'https://user:secret@example.com', 'https://user@example.com', 'https://@example.com', 'https:\\\\example.com', 'https:example.com', 'https:///example.com\\@x', 'https://',
    `https://example.com/${'a'.repeat(2000)}`,
  ])('S32 refuses %j', (input) => {
    expect(safeAssetUrl(input)).toBeUndefined()
  })

  it('S32 never lets another scheme, credentials or space through', () => {
    const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.tuple(fc.constantFrom('https://', 'http://', 'javascript:', ' https://', 'https:/\\'), fc.string({ unit: 'grapheme' })).map(([a, b]) => a + b))
    fc.assert(fc.property(hostile, (input) => {
      const safe = safeAssetUrl(input)
      if (safe === undefined) return
      const url = new URL(safe)
      expect(safe).not.toMatch(/[\s\p{Cc}]/u)
      expect(url.username + url.password).toBe('')
      expect(url.protocol === 'https:' || ['localhost', '127.0.0.1'].includes(url.hostname)).toBe(true)
      expect(safeAssetUrl(safe)).toBe(safe)
    }), { numRuns: 1000 })
  })
})

describe('addresses that mean something in one network only', () => {
  it.each([
    ['10.0.0.1', true], ['172.16.0.1', true], ['172.32.0.1', false], ['100.64.0.1', true], ['100.127.255.255', true], ['100.128.0.1', false], ['169.254.169.254', true],
    ['[::1]', true], ['[fd00::1]', true], ['[2001:db8::1]', false], ['localhost', true], ['localhost.', true], ['a.localhost', true], ['printer.local', true],
    ['metadata.google.internal', true], ['local.example.com', false], ['mylocal', false], ['example.com', false],
  ])('S32 %s: %s', (hostname, isPrivate) => {
    expect(isPrivateAddress(hostname)).toBe(isPrivate)
  })
})
