import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildStories } from '@/lib/domain/story-build'
import { story, touch, type RawTouch } from '@/lib/domain/touch'
import { day, hour, makeAsset, makeRaw, minute, now } from './make'

const build = (raw: RawTouch[], assets = [makeAsset()]) => buildStories({ raw, assets })
const keys = (raw: RawTouch[], assets?: Parameters<typeof build>[1]) => build(raw, assets).stories.map(({ key }) => key)

describe('an item', () => {
  it('is its address without tracking, else its id, else its title', () => {
    expect(keys([
      makeRaw({ at: now - 1, url: 'https://www.example.com/a?utm_source=x', itemId: 'i1', title: 'A' }),
      makeRaw({ at: now - 2, url: 'not an address', itemId: 'i2', title: 'A' }),
      makeRaw({ at: now - 3, title: 'A  page!' }),
      makeRaw({ at: now - 4, title: '', kind: 'ad' }),
    ])).toEqual(['https://www.example.com/a', 'item:i2', 'title:a page', 'title:ad'])
  })

  it.each<[string, Partial<RawTouch>]>([
    ['address', { url: 'http://www.example.com/guide/?hsCtaTracking=1#top' }],
    ['id', { itemId: 'guide' }],
    ['id at its source', { itemId: '068A' }],
  ])('is the asset of the same %s, and named after it', (_, over) => {
    const asset = makeAsset({ source: { system: 'salesforce-files', id: '068A' } })
    const { stories: [only] } = build([makeRaw({ title: 'guide_v3_FINAL', ...over })], [asset])
    expect(only).toMatchObject({ key: 'https://www.example.com/guide', assetId: 'guide', title: 'The guide' })
  })

  it.each<[string | undefined, string, Partial<RawTouch>]>([
    ['guide', 'The Safety Stock Guide', { kind: 'download' }],
    ['guide', 'eBook: The safety-stock guide', { kind: 'campaign-response', itemId: '701' }],
    [undefined, 'The safety stock guide, part 2', { kind: 'download' }],
    [undefined, 'The safety stock guide', { kind: 'email-open' }],
    [undefined, 'The safety stock guide', { kind: 'page-view', url: 'https://www.example.com/elsewhere' }],
    [undefined, 'Twice the same', { kind: 'download' }],
    [undefined, 'Short title', { kind: 'download' }],
  ])('is asset %s by the title %j of %j', (assetId, title, over) => {
    const assets = [
      makeAsset({ title: 'The safety stock guide' }), makeAsset({ id: 'b', url: undefined, title: 'Twice the same' }), makeAsset({ id: 'c', url: undefined, title: 'Twice the same' }), makeAsset({ id: 'd', url: undefined, title: 'Short title' }),
    ]
    expect(build([makeRaw({ title, ...over })], assets).touches[0]?.assetId).toBe(assetId)
  })

  it('prefers an asset that is not archived', () => {
    const { stories } = build([makeRaw({ url: 'https://www.example.com/guide' })], [makeAsset({ id: 'old', status: 'archived' }), makeAsset({ id: 'new' })])
    expect(stories[0]?.assetId).toBe('new')
  })

  it('is of the kind its address or asset says', () => {
    const { touches } = build([
      makeRaw({ at: now - 1, url: 'https://www.example.com/pricing' }),
      makeRaw({ at: now - 2, url: 'https://www.example.com/guide' }),
      makeRaw({ at: now - 3, kind: 'email-click', url: 'https://www.example.com/pricing' }),
      makeRaw({ at: now - 4, kind: 'form', url: 'https://www.example.com/pricing' }),
      makeRaw({ at: now - 5, kind: 'form', url: 'https://www.example.com/request-a-demo' }),
    ], [makeAsset({ kind: 'comparison' })])
    expect(touches.map(({ kind }) => kind)).toEqual(['pricing', 'comparison', 'email-click', 'form', 'demo'])
  })
})

describe('one act told several times', () => {
  const form = { kind: 'form', signals: { deliberate: true } } as const

  it('is one touch for the three events HubSpot records of a form', () => {
    const at = now - day
    const triple = [
      makeRaw({ ...form, at: at + 2000, title: 'Download the guide' }),
      makeRaw({ ...form, at, title: 'Guide', url: 'https://www.example.com/get?utm_source=x', itemId: 'form-1' }),
      makeRaw({ ...form, at: at + 400, title: 'Guide', url: 'https://www.example.com/get' }),
    ]
    const { touches } = build(triple)
    expect(touches).toHaveLength(1)
    expect(touches[0]).toMatchObject({ at, contentKey: 'https://www.example.com/get' })
  })

  it('is one for a form that asks for a demo and what tells it without its page', () => {
    const { touches } = build([makeRaw({ ...form, at: now, url: 'https://www.example.com/demo', itemId: 'f' }), makeRaw({ ...form, at: now + 500, title: 'Demo form' })])
    expect(touches).toMatchObject([{ kind: 'demo', agent: { cause: 'deliberate' } }])
  })

  it('is two for two forms of the same minute', () => {
    const at = now - day
    const { touches } = build([
      makeRaw({ ...form, at, url: 'https://www.example.com/one', itemId: 'f1' }),
      makeRaw({ ...form, at: at + 100, title: 'One, metadata' }),
      makeRaw({ ...form, at: at + 30_000, url: 'https://www.example.com/two', itemId: 'f2' }),
      makeRaw({ ...form, at: at + 30_100, title: 'Two, metadata' }),
    ])
    expect(touches.map(({ contentKey }) => contentKey).sort()).toEqual(['https://www.example.com/one', 'https://www.example.com/two'])
  })

  it('is one across sources where the form has the same id', () => {
    const { touches } = build([
      makeRaw({ ...form, url: 'https://www.example.com/get', itemId: 'f1' }),
      makeRaw({ ...form, itemId: 'f1', title: 'Guide form', origin: { system: 'hs-forms', id: '9' } }),
    ])
    expect(touches).toHaveLength(1)
  })

  it('is one on a re-read under the same id', () => {
    const raw = makeRaw({ url: 'https://www.example.com/a' })
    expect(build([raw, { ...raw, at: raw.at + hour }]).touches).toHaveLength(1)
  })

  it.each<[number, string, Partial<RawTouch>]>([
    [1, 'the same page within the minute', { at: now - hour + minute }],
    [2, 'the same page later', { at: now - hour + minute + 1 }],
    [2, 'another page', { url: 'https://www.example.com/b' }],
    [2, 'another kind', { kind: 'email-click' }],
  ])('is %s touches for %s', (count, _, over) => {
    const first = makeRaw({ at: now - hour, url: 'https://www.example.com/a' })
    expect(build([first, makeRaw({ at: now - hour, url: 'https://www.example.com/a', ...over })]).touches).toHaveLength(count)
  })

  it('does not chain a long visit into one', () => {
    const visits = Array.from({ length: 10 }, (_, index) => makeRaw({ at: now - hour + index * 50_000, url: 'https://www.example.com/a' }))
    expect(build(visits).touches).toHaveLength(5)
  })

  it('is one where another source knows only the day, and only once', () => {
    const at = Date.UTC(2026, 2, 10)
    const item = { kind: 'download', itemId: 'x' } as const
    const { touches } = build([
      makeRaw({ ...item, at, dayOnly: true, origin: { system: 'sf-tasks', id: '1' } }), makeRaw({ ...item, at: at + 9 * hour }), makeRaw({ ...item, at: at + 11 * hour }),
    ])
    expect(touches.map((one) => one.at)).toEqual([at + 11 * hour, at + 9 * hour])
  })

  it('is two for two entries of one source dated to the same day', () => {
    const entry = { kind: 'call', title: 'Call', at: Date.UTC(2026, 2, 10), dayOnly: true } as const
    expect(build([makeRaw(entry), makeRaw(entry)]).touches).toHaveLength(2)
  })

  it.each<[number, string, Partial<RawTouch>]>([
    [1, 'the same campaign and day', {}],
    [2, 'another campaign', { campaign: { id: '702', name: 'Autumn' } }],
    [2, 'another day', { at: now - 5 * day }],
  ])('is %s touches for a form and a campaign response of %s', (count, _, over) => {
    const answer = makeRaw({ ...form, at: now - day, url: 'https://www.example.com/get', campaign: { name: 'Spring  Offer' } })
    const response = makeRaw({ kind: 'campaign-response', at: now - day - 3 * hour, dayOnly: true, itemId: '701', campaign: { id: '701', name: 'Spring offer' }, ...over })
    expect(build([answer, response]).touches).toHaveLength(count)
  })

  it('keeps the most certain label and the largest measures', () => {
    const { touches } = build([
      makeRaw({ url: 'https://www.example.com/a', at: now - hour, seconds: 4, campaign: { name: 'Spring' } }),
      makeRaw({ url: 'https://www.example.com/a', at: now - hour + 5, seconds: 40, progress: 0.5 }),
      makeRaw({ url: 'https://www.example.com/a', at: now - hour + 9, signals: { filtered: true } }),
    ])
    expect(touches).toHaveLength(1)
    expect(touches[0]).toMatchObject({ agent: { by: 'human', cause: 'stayed' }, seconds: 40, progress: 0.5, campaign: { name: 'Spring' } })
  })

  it('believes a source that saw a machine more than a plain visit', () => {
    const url = 'https://www.example.com/a'
    expect(build([makeRaw({ url }), makeRaw({ url, signals: { own: true } })]).touches).toMatchObject([{ agent: { cause: 'own-view' } }])
  })
})

describe('a story', () => {
  const people = { signals: { deliberate: true } }
  const url = 'https://www.example.com/a'

  it('has first, last, counts, depth and campaigns', () => {
    const { stories: [only] } = build([
      makeRaw({ ...people, url, at: now - 9 * day, seconds: 90, campaign: { name: 'Spring' } }),
      makeRaw({ ...people, url, at: now - 2 * day, kind: 'form', title: 'A form', campaign: { name: 'Spring' } }),
      makeRaw({ url, at: now - 4 * day, kind: 'link-view', campaign: { name: 'Autumn' } }),
      makeRaw({ url, at: now - day, kind: 'email-click', signals: { bot: 'Barracuda' } }),
    ])
    expect(only).toMatchObject({ first: now - 9 * day, last: now - 2 * day, count: 4, human: 2, machine: 1, depth: 1, kind: 'form', campaigns: ['Spring', 'Autumn'] })
    expect(only?.touches.map(({ at }) => at)).toEqual([now - day, now - 2 * day, now - 4 * day, now - 9 * day])
  })

  it('keeps what only machines did', () => {
    const { stories: [only], counts } = build([makeRaw({ url, at: now - day, kind: 'email-open', signals: { bot: 'Mimecast' } })])
    expect(only).toMatchObject({ human: 0, machine: 1, depth: 0, last: now - day, kind: 'email-open' })
    expect(counts).toEqual({ stories: 1, human: 0, machine: 1, unknown: 0, kinds: { 'email-open': 1 } })
  })

  it('comes before those a person touched earlier, whatever machines did since', () => {
    expect(keys([
      makeRaw({ ...people, url: 'https://www.example.com/old', at: now - 9 * day }),
      makeRaw({ url: 'https://www.example.com/old', at: now - hour, kind: 'email-open', signals: { probe: true } }),
      makeRaw({ ...people, url: 'https://www.example.com/new', at: now - 3 * day }),
    ])).toEqual(['https://www.example.com/new', 'https://www.example.com/old'])
  })

  it('is what the shared shapes say', () => {
    const { stories, touches } = build([makeRaw({ url, progress: 7, seconds: -3 }), makeRaw({ kind: 'form', itemId: '' })])
    for (const one of stories) expect(story.parse(one)).toBeTruthy()
    for (const one of touches) expect(touch.parse(one)).toBeTruthy()
    expect(stories.every(({ depth }) => depth >= 0 && depth <= 1)).toBe(true)
  })

  it('S31 shows a foreign title without control or direction marks', () => {
    expect(build([makeRaw({ title: 'a\u0000b\u202Ec' })]).touches[0]?.title).toBe('abc')
  })
})

const anyRaw: fc.Arbitrary<RawTouch> = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'), at: fc.integer({ min: 0, max: 20 }).map((step) => now - step * 40_000), kind: fc.constantFrom('page-view', 'form', 'campaign-response', 'email-click'),
  title: fc.constantFrom('', 'A', 'B'), url: fc.constantFrom(undefined, 'https://www.example.com/a', 'https://www.example.com/guide?utm_x=1'), itemId: fc.constantFrom(undefined, 'f1', 'guide'),
  origin: fc.record({ system: fc.constantFrom('hs-events', 'sf-tasks'), id: fc.constant('x') }), signals: fc.constantFrom({}, { deliberate: true }, { probe: true }),
  campaign: fc.constantFrom(undefined, { name: 'Spring' }), dayOnly: fc.constantFrom(undefined, true),
})

it('gives the same from touches in any order, and no touch twice', () => {
  const unique = fc.uniqueArray(anyRaw, { selector: ({ id, origin }) => `${origin.system}${id}`, maxLength: 12 })
  fc.assert(fc.property(unique, (raw) => {
    const once = build(raw)
    expect(build([...raw].reverse())).toEqual(once)
    expect(once.stories.reduce((sum, { count }) => sum + count, 0)).toBe(once.touches.length)
    expect(once.counts.human + once.counts.machine + once.counts.unknown).toBe(once.touches.length)
  }))
})

it('merges what is merged already into the same', () => {
  fc.assert(fc.property(fc.array(anyRaw, { maxLength: 12 }), (raw) => {
    expect(build([...raw, ...raw]).touches).toEqual(build(raw).touches)
  }))
})
