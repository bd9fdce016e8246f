import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '@/lib/domain/clean-text'

describe('S31 foreign text', () => {
  it.each([
    ['plain', 'plain'],
    ['  spaced\t', 'spaced'],
    ['two\r\nlines', 'two\nlines'],
    ['nul\u0000 and \u001B[31mcolour', 'nul and [31mcolour'],
    ['invoice\u202Egpj.exe', 'invoicegpj.exe'],
    ['\u2066half open', 'half open'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['zero\u200Bwidth\uFEFF', 'zerowidth'],
    ['lone \uD83D surrogate \uDC4D', 'lone  surrogate'],
    ['👩‍👩‍👧 family', '👩‍👩‍👧 family'],
    ['שלום', 'שלום'],
  ])('S31 makes %j %j', (text, expected) => {
    expect(cleanText(text, 100)).toBe(expected)
  })

  it('S31 cuts long text and never inside an emoji', () => {
    expect(cleanText('abcdef', 4)).toBe('abc…')
    expect(cleanText('ab😀cd', 4)).toBe('ab…')
    expect(cleanText('a👩‍👩‍👧b', 5)).toBe('a👩…')
    expect(cleanText('x'.repeat(10_000_000), 300)).toHaveLength(300)
  })

  it('S31 keeps every text within bounds and free of controls', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
      const clean = cleanText(text, max)
      expect(clean.length).toBeLessThanOrEqual(max)
      expect(clean).not.toMatch(/(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u)
      expect(clean.isWellFormed()).toBe(true)
    }))
  })
})
