import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fnv1a64 } from '@/lib/domain/digest'

it.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('gives the published value for %j', (text, expected) => {
  expect(fnv1a64(text)).toBe(expected)
})

it('is the plain algorithm', () => {
  const plain = (text: string) => new TextEncoder().encode(text).reduce((hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n), 0xcbf29ce484222325n)
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    expect(fnv1a64(text)).toBe(plain(text).toString(16).padStart(16, '0'))
  }))
})
