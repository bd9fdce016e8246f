import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlight } from '@/components/panel/search/highlight'

const hits = (text: string, terms: string[]) => highlight(text, terms).filter(({ hit }) => hit).map(({ text }) => text)

describe('highlight', () => {
  it.each([
    ['the beginning of words', 'Forecasting the forecast', ['forecast'], ['Forecast', 'forecast']],
    ['no middle of a word', 'subforecast', ['forecast'], []],
    ['accents and other scripts', 'Préz und Ärzte', ['ärzte', 'préz'], ['Préz', 'Ärzte']],
    ['the longest of two terms', 'planning', ['plan', 'planning'], ['planning']],
    ['terms that look like patterns', 'a (b) c++ $1', ['(b', 'c++', '.*'], ['(b', 'c++']],
    ['nothing', 'text', [], []],
  ])('marks %s', (_, text, terms, found) => {
    expect(hits(text, terms)).toEqual(found)
  })

  it('loses and adds no letter, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, terms) => {
      expect(highlight(text, terms).map((piece) => piece.text).join('')).toBe(text)
    }))
  })
})
