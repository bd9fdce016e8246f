import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildSegment, type IndexedDocument } from '@/lib/search/engine/build-segment'
import { createCollection, defaultSettings } from '@/lib/search/engine/collection'
import { readQuery } from '@/lib/search/engine/concepts'
import { atOnce } from '@/lib/domain/in-slices'
import { rank } from '@/lib/search/engine/search'
import { holds, type Segment } from '@/lib/search/engine/segment'
import { flatten, inflate } from '@/lib/search/pieces'
import { stemGerman } from '@/lib/search/text/german'
import { tokens } from '@/lib/search/text/tokens'

const words = ['stock', 'tower', 'plan', 'margin', 'vessel', 'shelf', 'audit']
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((list) => list.join(' '))
const document = (key: string, ...fields: string[]): IndexedDocument => ({ key, language: 'en', fields, tags: ['kind:video'], updatedAt: 0, freshAt: 0 })
const segmentOf = (texts: string[], from = 0): Segment => atOnce(buildSegment(texts.map((one, index) => document(`d${from + index}`, one)), [1]))
const plain = { ...defaultSettings, proximity: 0, feedback: { ...defaultSettings.feedback, weight: 0 } }
const scores = (segments: Segment[], query: string) => {
  const collection = createCollection(segments.map((segment) => ({ segment })), plain)
  return new Map(rank(collection, readQuery(collection, query).concepts, 100).best.map(({ part, doc, score }) => [collection.parts[part]?.segment.keys[doc], score]))
}

describe('segments', () => {
  it('hold exactly the words of their documents', () => {
    fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), (texts) => {
      const segment = segmentOf(texts)
      for (const [doc, one] of texts.entries()) for (const word of words) expect(holds(segment, word, doc)).toBe(one.split(' ').includes(word))
      expect([...segment.stems]).toEqual([...segment.stems].sort())
      expect(holds(segment, 'kind:video', 0)).toBe(true)
    }))
  })

  it('survive being stored', () => {
    const segment = segmentOf(['stock plan', 'tower'])
    expect(inflate(structuredClone(flatten(segment)))).toEqual(segment)
  })
})

describe('ranking', () => {
  it('is BM25 by the book', () => {
    const texts = ['stock stock plan', 'stock tower', 'audit']
    const [k1, b, average] = [plain.k1, plain.b, 2]
    const idf = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    const expected = (frequency: number, length: number) => (idf * frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / average))
    const found = scores([segmentOf(texts)], 'stock ')
    expect(found.get('d0')).toBeCloseTo(expected(2, 3), 4)
    expect(found.get('d1')).toBeCloseTo(expected(1, 2), 4)
    expect(found.has('d2')).toBe(false)
  })

  it('is the same however the documents are spread over segments', () => {
    fc.assert(fc.property(fc.array(text, { minLength: 2, maxLength: 14 }), fc.nat(), text, (texts, cut, query) => {
      const at = cut % texts.length
      const whole = scores([segmentOf(texts)], `${query} `)
      const parts = scores([segmentOf(texts.slice(0, at)), segmentOf(texts.slice(at), at)], `${query} `)
      expect(parts.size).toBe(whole.size)
      for (const [key, score] of whole) expect(parts.get(key)).toBeCloseTo(score, 3)
    }))
  })

  it('learns words of the best documents for longer queries', () => {
    const texts = ['stock plan margin tower vessel vessel', 'stock plan margin tower vessel', 'vessel shelf', 'audit shelf', 'audit']
    const found = (settings: typeof defaultSettings) => {
      const collection = createCollection([{ segment: segmentOf(texts) }], settings)
      return rank(collection, readQuery(collection, 'stock plan margin tower ').concepts, 10).best.map(({ doc }) => doc).sort((a, b) => a - b)
    }
    expect(found(plain)).toEqual([0, 1])
    expect(found(defaultSettings)).toEqual([0, 1, 2])
  })
})

describe('words', () => {
  it.each([
    ["The S&OP planner's Größe", ['the', 'sop', 'planner', 'grosse']],
    ['lead-time (97 %)', ['lead', 'time', '97']],
    ['需求预测 demand', ['需求', '求预', '预测', 'demand']],
    ['', []],
  ])('of %j are %j', (from, expected) => {
    expect(tokens(from)).toEqual(expected)
  })

  it.each([['filialen', 'filial'], ['filiale', 'filial'], ['broschuren', 'broschur'], ['haus', 'haus'], ['bestande', 'bestand'], ['bestand', 'bestand']])('bring German %s to %s', (word, stem) => {
    expect(stemGerman(word)).toBe(stem)
  })
})
