import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNear } from '@/lib/search/engine/typos'

/** Optimal string alignment, the plain way. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) => Array.from({ length: b.length + 1 }, (__, column) => (row === 0 ? column : column === 0 ? row : 0)))
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity
  for (let row = 1; row <= a.length; row += 1) {
    for (let column = 1; column <= b.length; column += 1) {
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? at(row - 2, column - 2) + 1 : Infinity
      const line = rows[row]
      if (line) line[column] = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1), swapped)
    }
  }
  return at(a.length, b.length)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 })

describe('near words', () => {
  it('are exactly those within one edit', () => {
    fc.assert(fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (list, typed) => {
      const vocabulary = [...list].sort()
      const expected = vocabulary.filter((other) => distance(typed, other) <= 1)
      expect(findNear(vocabulary, typed, 1, false).map(({ at }) => vocabulary[at])).toEqual(expected)
    }))
  })

  it('are those within two edits that begin alike', () => {
    fc.assert(fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (list, typed) => {
      const vocabulary = [...list].sort()
      const expected = vocabulary.filter((other) => other[0] === typed[0] && distance(typed, other) <= 2)
      expect(findNear(vocabulary, typed, 2, false).map(({ at }) => vocabulary[at])).toEqual(expected)
    }))
  })

  it('count the beginnings of longer words while a word is not finished', () => {
    fc.assert(fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (list, typed) => {
      const vocabulary = [...list].sort()
      const begins = (other: string) => Array.from({ length: other.length + 1 }, (_, length) => distance(typed, other.slice(0, length))).some((edits) => edits <= 1)
      expect(findNear(vocabulary, typed, 1, true).map(({ at }) => vocabulary[at])).toEqual(vocabulary.filter(begins))
    }))
  })
})
