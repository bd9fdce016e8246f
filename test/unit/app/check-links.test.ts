import { describe, expect, it } from 'vitest'
import { createLinkCare } from '@/lib/app/check-links'
import type { LinkState } from '@/lib/domain/link-check'
import { createTestApp } from '../../fakes/app'
import { day, makeAsset } from '../domain/make'

async function begin(urls: string[], answers: (url: string) => LinkState['state'] = () => 'ok', granted: (origin: string) => boolean = () => true) {
  const { deps, machine, clock } = await createTestApp()
  await deps.assets.put(urls.map((url, n) => makeAsset({ id: `a${n}`, url })))
  const asked: string[] = []
  const at = { once: 0, most: new Map<string, number>(), now: new Map<string, number>() }
  const stores = deps as typeof deps & { pieces: Parameters<typeof createLinkCare>[0]['pieces'] }
  const links = createLinkCare({
    assets: deps.assets, clock: { ...clock, sleep: async () => undefined }, pieces: stores.pieces, granted: async (origin) => granted(origin),
    async ask(url) {
      const host = new URL(url).host
      at.now.set(host, (at.now.get(host) ?? 0) + 1)
      at.most.set(host, Math.max(at.most.get(host) ?? 0, at.now.get(host) ?? 0))
      await new Promise((resolve) => setTimeout(resolve))
      at.now.set(host, (at.now.get(host) ?? 0) - 1)
      asked.push(url)
      return { state: answers(url) }
    },
  })
  return { links, asked, clock, machine, most: at.most }
}
const pages = (host: string, count: number) => Array.from({ length: count }, (_, n) => `https://${host}/${n}`)

describe('checking links', () => {
  it('asks each host one thing at a time, and each address once', async () => {
    const { links, asked, most } = await begin([...pages('a.example', 5), ...pages('b.example', 5), 'https://a.example/0?utm_source=x'])
    expect(await links.check(20)).toEqual({ checked: 10, left: 0 })
    expect([asked.length, ...most.values()]).toEqual([10, 1, 1])
    expect(Object.values((await links.state()).states).map(({ state }) => state)).toEqual(Array.from({ length: 10 }, () => 'ok'))
  })

  it('asks only hosts somebody granted, and says which', async () => {
    const { links, asked } = await begin([...pages('a.example', 2), ...pages('b.example', 1)], undefined, (origin) => origin === 'https://b.example')
    expect((await links.state()).hosts).toEqual([{ origin: 'https://a.example', links: 2, due: 2, granted: false }, { origin: 'https://b.example', links: 1, due: 1, granted: true }])
    expect(await links.check(20)).toEqual({ checked: 1, left: 0 })
    expect(asked).toEqual(['https://b.example/0'])
  })

  it('goes on where it stopped, and asks again after a week, or after a day where nobody knew', async () => {
    const { links, clock } = await begin(pages('a.example', 3), (url) => (url.endsWith('2') ? 'unknown' : 'ok'))
    expect([await links.check(2), await links.check(2), await links.check(2)]).toEqual([{ checked: 2, left: 1 }, { checked: 1, left: 0 }, { checked: 0, left: 0 }])
    clock.advance(day + 1)
    expect(await links.check(9)).toEqual({ checked: 1, left: 0 })
    clock.advance(7 * day)
    expect(await links.check(9)).toEqual({ checked: 3, left: 0 })
  })
})
