import { describe, expect, it } from 'vitest'
import { titleFromAddress, withPageTitles } from '@/lib/connectors/hubspot/read/page-titles'
import { toWebinarTouches } from '@/lib/connectors/hubspot/read/participations'
import { visitsOf, withoutKnown } from '@/lib/connectors/hubspot/read/web-visits'
import type { Participation } from '@/lib/connectors/hubspot/wire/participations'
import type { RawTouch } from '@/lib/domain/touch'

const at = Date.UTC(2026, 8, 10, 9)
const participation = (attendanceState: string, more: Partial<Participation['properties']> = {}): Participation => ({
  id: '889', associations: { marketingEvent: { marketingEventId: '555', name: 'Benchmark results' } }, properties: { occurredAt: at, attendanceState, ...more },
})

describe('webinars', () => {
  it.each([['ATTENDED', ['webinar-attended']], ['REGISTERED', ['webinar-registered']], ['NO_SHOW', ['webinar-registered']], ['CANCELLED', []], ['EMPTY', []], ['NEW STATE', []]])('%s', (state, kinds) => {
    expect(toWebinarTouches([participation(state)]).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('say how long and how much of it', () => {
    expect(toWebinarTouches([participation('ATTENDED', { attendanceDurationSeconds: 2710, attendancePercentage: '0.75' })])[0]).toMatchObject({
      title: 'Benchmark results', itemId: 'marketing-event:555', seconds: 2710, progress: 0.75, signals: { deliberate: true },
    })
    expect(toWebinarTouches([participation('ATTENDED', { attendancePercentage: '75' })])[0]?.progress).toBe(1)
    expect(toWebinarTouches([participation('ATTENDED', { attendanceDurationSeconds: null, attendancePercentage: 'most' })])[0]).toMatchObject({ seconds: undefined, progress: undefined })
  })
})

const contact = (first: string | null, last: string | null) => ({ id: '1', properties: {
  hs_analytics_first_url: first, hs_analytics_first_timestamp: new Date(at).toISOString(), hs_analytics_last_url: last, hs_analytics_last_timestamp: new Date(at + 86_400_000).toISOString(),
} })
const view = (url: string, when: number, title = ''): RawTouch => ({ id: `e:${when}`, at: when, kind: 'page-view', title, url, origin: { system: 'hs-events', id: 'e' }, signals: {} })

describe('first and last page seen', () => {
  it('are visits', () => {
    expect(visitsOf(contact('https://a.example/blog/roi', 'https://a.example/pricing')).map(({ url }) => url)).toEqual(['https://a.example/blog/roi', 'https://a.example/pricing'])
    expect(visitsOf(contact(null, 'nonsense'))).toEqual([])
  })

  it('are one visit where there was only one', () => {
    const { properties } = contact('https://a.example/', 'https://a.example/')
    expect(visitsOf({ id: '1', properties: { ...properties, hs_analytics_last_timestamp: properties.hs_analytics_first_timestamp } })).toHaveLength(1)
  })

  it('step back where an event tells of the same visit', () => {
    const visits = visitsOf(contact('https://a.example/roi', 'https://a.example/pricing?utm_source=x'))
    expect(withoutKnown(visits, [view('https://a.example/pricing/', at + 86_400_400), view('https://a.example/roi', at + 3_600_000)]).map(({ url }) => url)).toEqual(['https://a.example/roi'])
  })
})

describe('titles of pages', () => {
  it.each([
    ['https://www.example.com/', 'www.example.com'],
    ['https://www.example.com/blog/warehouse-automation-roi.html?x=1', 'Warehouse automation roi'],
    ['https://www.example.com/b%C3%BCcher/', 'Bücher'],
    ['https://www.example.com/100%', '100%'],
  ])('%s → %s', (address, title) => {
    expect(titleFromAddress(address)).toBe(title)
  })

  it('come from another touch of the same page', () => {
    const named = withPageTitles([view('https://a.example/pricing?utm_source=mail', at), view('http://a.example/pricing/', at + 1, 'Pricing and plans'), view('https://a.example/our-demo', at + 2)])
    expect(named.map(({ title }) => title)).toEqual(['Pricing and plans', 'Pricing and plans', 'Our demo'])
  })
})
