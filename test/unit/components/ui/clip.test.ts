import { describe, expect, it } from 'vitest'
import { clip, isolate } from '@/components/ui/clip'

describe('clip', () => {
  it.each([
    ['short text', 'Marta', 10, 'Marta'],
    ['control characters', 'a\u0000b\u001bc\u0085d', 10, 'abcd'],
    ['tab and line feed, which are drawn', 'a\tb\nc', 10, 'a\tb\nc'],
    ['a cut, with its sign', 'abcdefgh', 5, 'abcd…'],
    ['letters outside the basic plane, whole', '😀😀😀😀', 3, '😀😀…'],
    ['half of a letter', 'a\ud83d', 5, 'a\ufffd'],
  ])('S31 handles %s', (_, text, max, shown) => {
    expect(clip(text, max)).toBe(shown)
  })

  it('S31 takes a text of 10 MB without reading all of it', () => {
    expect(clip('x'.repeat(10_000_000), 100)).toHaveLength(100)
  })

  it('isolates the direction of a text', () => {
    expect(isolate('\u202eevil')).toBe('\u2068\u202eevil\u2069')
  })
})
