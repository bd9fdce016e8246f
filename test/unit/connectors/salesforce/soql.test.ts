import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyOf, expectId, paths, soql } from '@/lib/connectors/salesforce/soql'
import { tokenize } from '../../../sandbox/salesforce/soql/lexer.ts'

/** The stand-in's lexer reads a query as Salesforce does: what is inside a literal stays inside. */
const tokens = (query: unknown) => tokenize(String(query)).map(({ kind, text }) => ({ kind, text }))

describe('soql', () => {
  it('S38 binds every text as one literal, whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const [before, value, after, end] = tokens(soql`= ${text} AND`)
      expect([before?.text, after?.text, end?.kind]).toEqual(['=', 'AND', 'end'])
      expect(value).toEqual({ kind: 'string', text })
    }))
  })

  it.each([
    ["' OR Name LIKE '%", "= '\\' OR Name LIKE \\'%'"],
    ["O'Brien", "= 'O\\'Brien'"],
    ['back\\slash', "= 'back\\\\slash'"],
    ["\\' OR ''='", "= '\\\\\\' OR \\'\\'=\\''"],
    ['two\nlines', "= 'two\\nlines'"],
  ])('S38 escapes %j', (text, expected) => {
    expect(String(soql`= ${text}`)).toBe(expected)
  })

  it('S38 binds lists, moments, days, numbers and flags', () => {
    expect(String(soql`${['a', "b'"]} ${{ moment: Date.UTC(2026, 8, 16, 10) }} ${{ day: '2026-09-16' }} ${200} ${false} ${null}`))
      .toBe("('a', 'b\\'') 2026-09-16T10:00:00.000Z 2026-09-16 200 false null")
  })

  it('S38 refuses what has no literal', () => {
    for (const value of [Number.NaN, [], { day: "2026-09-16'" }, { moment: Number.POSITIVE_INFINITY }]) expect(() => soql`${value}`).toThrow('invalid')
  })

  it('S38 refuses ids that are none', () => {
    const real = '00Q5g00007LeAdPEAV'
    expect(expectId(real)).toBe(real)
    expect(expectId(real.slice(0, 15))).toBe(real.slice(0, 15))
    const shape = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/
    fc.assert(fc.property(fc.stringMatching(shape), (text) => { expect(expectId(text)).toBe(text) }))
    fc.assert(fc.property(fc.string().filter((text) => !shape.test(text)), (text) => { expect(() => expectId(text)).toThrow('invalid') }))
    for (const text of [`${real}'`, `${real}\n`, '00Q', '']) expect(() => expectId(text)).toThrow('invalid')
  })

  it('S38 lets only field paths be fields', () => {
    expect(String(paths(['Id', 'Owner.Name', 'Lead__r.Owner.Name']))).toBe('Id, Owner.Name, Lead__r.Owner.Name')
    for (const name of ['', 'Id FROM Lead', 'Id,Name', "Id'", 'COUNT()', '1Id', 'a..b']) expect(() => paths([name])).toThrow('invalid')
    expect(() => paths([])).toThrow('invalid')
  })

  it('puts alternatives in parentheses', () => {
    expect(String(anyOf([soql`A = ${'1'}`]))).toBe("A = '1'")
    expect(String(anyOf([soql`A = ${'1'}`, soql`B = ${'2'}`]))).toBe("(A = '1' OR B = '2')")
  })
})
