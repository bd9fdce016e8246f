import { describe, expect, it } from 'vitest'
import { subjectTerms } from '@/lib/domain/suggest/terms'

describe('subject terms', () => {
  it.each([
    ['Forecasts and the forecast', ['forecast', 'forecast']],
    ['Stories, series, buses, glass, status', ['story', 'sery', 'buse', 'glass', 'status']],
    ['Größe der Läden', ['große', 'laden']],
    ['It is 42', []],
  ])('of %j are %j', (text, terms) => {
    expect(subjectTerms(text)).toEqual(terms)
  })
})
