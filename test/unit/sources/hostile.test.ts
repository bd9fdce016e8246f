import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseXml } from '@/lib/sources/parse/xml'
import { plainText } from '@/lib/sources/parse/plain-text'
import { toPageRow } from '@/lib/sources/parse/page'
import { recognise } from '@/lib/sources/probe'
import { readFeed } from '@/lib/sources/rss'
import { reading, site } from './read'

const laughs = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;">]><rss><channel><item><title>&lol1;</title></item></channel></rss>'

describe('what a server may send', () => {
  it.each([
    ['declares entities', laughs],
    ['reads a file of the machine', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel/></rss>'],
    ['is nested without end', '<a>'.repeat(5_000)],
    ['is empty', ''],
  ])('S37 refuses XML that %s', (_, xml) => {
    expect(() => parseXml(xml)).toThrow(expect.objectContaining({ kind: 'bad-reply' }))
  })

  it('S37 survives any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      for (const given of [text, `<rss><channel><item>${text}</item></channel></rss>`, `<html><script type="application/ld+json">${text}</script>`]) {
        expect(typeof plainText(given)).toBe('string')
        toPageRow(given, `${site}/x`)
        recognise({ text: given, url: `${site}/x` })
      }
    }))
  })

  it('S31 keeps the words and drops the markup', () => {
    expect(plainText('<p>One <b>two</b></p><script>three()</script><style>x</style><img src=x onerror=alert(1)>four &lt;five&gt;')).toBe('One two\nfour <five>')
  })

  it.each([['no title at all', '<item><link>https://a.example/x</link></item>'], ['a relative link', '<item><title>T</title><link>/x</link></item>']])('gives an item with %s as it is', (_, item) => {
    expect(readFeed(`<rss><channel>${item}</channel></rss>`, `${site}/feed.xml`).rows).toHaveLength(1)
  })

  it('bounds the size of an answer', async () => {
    const { sources, serve } = reading()
    serve('/feed.xml', `<rss>${' '.repeat(11 * 1024 * 1024)}</rss>`)
    await expect(sources.read('rss', { address: `${site}/feed.xml` })).rejects.toMatchObject({ kind: 'bad-reply', detail: '10 MB' })
  })

  it('reads other character sets by their name', async () => {
    const { createAssetSources } = await import('@/lib/sources/sources')
    const body = Uint8Array.from('<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><title>Verf\u00fcgbarkeit</title></item></channel></rss>', (char) => char.charCodeAt(0))
    const sources = createAssetSources({ fetch: async () => new Response(body), now: () => 0, allowed: async () => true, granted: async () => true }, [])
    expect(await sources.read('rss', { address: `${site}/feed.xml` })).toMatchObject({ rows: [{ title: 'Verfügbarkeit' }] })
  })
})
