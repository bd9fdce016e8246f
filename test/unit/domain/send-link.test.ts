import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalUrl } from '@/lib/domain/content-url'
import { sendLink } from '@/lib/domain/send-link'
import { makeAsset } from './make'

it.each([
  ['https://www.example.com/guide', 'MQL', 'https://www.example.com/guide?utm_source=leadside&utm_medium=email&utm_campaign=mql&utm_content=guide'],
  ['https://www.example.com/guide?page=2&x=a+b#top', 'Spring Offer', 'https://www.example.com/guide?page=2&x=a+b&utm_source=leadside&utm_medium=email&utm_campaign=spring-offer&utm_content=guide#top'],
  ['https://www.example.com/guide?utm_source=Print&utm_id=77', undefined, 'https://www.example.com/guide?utm_source=Print&utm_id=77&utm_medium=email&utm_campaign=sales&utm_content=guide'],
  ['https://www.example.com/guide', 'mara@brightwater.example', 'https://www.example.com/guide?utm_source=leadside&utm_medium=email&utm_campaign=sales&utm_content=guide'],
])('%s for %s', (url, campaign, expected) => {
  expect(sendLink(makeAsset({ url }), { channel: 'mailto', campaign })).toBe(expected)
})

it('says by which way', () => {
  expect(sendLink(makeAsset(), { channel: 'copy' })).toContain('utm_medium=sales')
})

it('S32 has no link for an address that must not be opened', () => {
  expect(sendLink(makeAsset({ url: 'javascript:alert(1)' }), { channel: 'copy' })).toBeUndefined()
  expect(sendLink(makeAsset({ url: undefined }), { channel: 'copy' })).toBeUndefined()
})

it('stays the same content and keeps every parameter it had', () => {
  fc.assert(fc.property(fc.webUrl({ validSchemes: ['https'], withQueryParameters: true, withFragments: true }), fc.string(), (url, campaign) => {
    const link = sendLink(makeAsset({ url }), { channel: 'mailto', campaign })
    if (link === undefined) return
    expect(canonicalUrl(link)).toBe(canonicalUrl(url))
    expect(new URL(link).hash).toBe(new URL(url).hash)
    for (const [name, value] of new URL(url).searchParams) expect(new URL(link).searchParams.getAll(name)).toContain(value)
  }))
})
