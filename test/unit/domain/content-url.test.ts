import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl } from '@/lib/domain/content-url'

describe('canonicalUrl', () => {
  it.each([
    ['https://Example.com/Guide/', 'https://example.com/Guide'],
    ['http://example.com:80/guide', 'https://example.com/guide'],
    ['https://example.com:443', 'https://example.com'],
    ['http://localhost:8080/x', 'https://localhost:8080/x'],
    ['https://user:secret@example.com/a', 'https://example.com/a'],
    ['https://example.com/a#section-2', 'https://example.com/a'],
    ['https://example.com/a?utm_source=x&utm_campaign=spring', 'https://example.com/a'],
    ['https://example.com/a?_hsenc=p2&_hsmi=1&__hstc=2&hsa_cam=3&hsCtaTracking=4&hs_x=5', 'https://example.com/a'],
    ['https://example.com/a?gclid=1&FBCLID=2&msclkid=3&mc_cid=4&mkt_tok=5&li_fat_id=6&trk=7', 'https://example.com/a'],
    ['https://example.com/a?z=1&b=2&utm_medium=m&b=1', 'https://example.com/a?b=1&b=2&z=1'],
    ['https://example.com/a?email=jo%40example.com&page=2', 'https://example.com/a?page=2'],
    ['https://example.com/a?ref=main&source=docs&id=7', 'https://example.com/a?id=7&ref=main&source=docs'],
    ['https://example.com/a?ref_src=x', 'https://example.com/a'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
  ])('%s → %s', (url, expected) => {
    expect(canonicalUrl(url)).toBe(expected)
  })

  it.each(['', 'guide.pdf', '/guide', 'mailto:jo@example.com', 'javascript:alert(1)', 'https://', 'https://exa mple.com/'])('gives nothing for %j', (url) => {
    expect(canonicalUrl(url)).toBeUndefined()
  })

  it('is total and idempotent', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true, withQueryParameters: true })), (url) => {
      const once = canonicalUrl(url)
      expect(once === undefined ? undefined : canonicalUrl(once)).toBe(once)
    }))
  })

  it('does not depend on the order of parameters', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string()), { maxLength: 6 }), (pairs) => {
      const address = (list: [string, string][]) => `https://example.com/?${new URLSearchParams(list).toString()}`
      expect(canonicalUrl(address(pairs))).toBe(canonicalUrl(address([...pairs].reverse())))
    }))
  })
})
