import { expect, it } from 'vitest'
import { assetPageKind, pageKind } from '@/lib/domain/page-kind'

it.each([
  ['https://example.com/pricing', 'pricing'],
  ['https://example.com/en/Plans/?x=1', 'pricing'],
  ['https://example.com/pricing.html', 'pricing'],
  ['https://example.com/request-a-demo', 'demo'],
  ['https://example.com/compare/us-vs-them', 'comparison'],
  ['https://example.com/blog/our-pricing-philosophy', 'page-view'],
  ['https://example.com/democracy', 'page-view'],
  ['https://pricing.example.com/', 'page-view'],
  ['not an address', 'page-view'],
])('%s is %s', (url, kind) => {
  expect(pageKind(url)).toBe(kind)
})

it('takes the kind of an asset where it says more', () => {
  expect(assetPageKind('pricing')).toBe('pricing')
  expect(assetPageKind('ebook')).toBeUndefined()
})
