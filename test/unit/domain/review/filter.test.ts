import { afterEach, describe, expect, it } from 'vitest'
import { anyVerdict, filterQuery, filterReview, readFilter, spanBefore, spanOf, withCredit, type ReviewFilter } from '@/lib/domain/review/filter'
import { reviewRow } from './rows'

const zone = process.env['TZ']
afterEach(() => { process.env['TZ'] = zone })
const noon = Date.UTC(2026, 2, 16, 12)
const always = spanOf('', noon)

describe('a filter', () => {
  const rows = [
    reviewRow(1, { campaigns: ['New', 'Old'], source: 'Web', persona: 'it' }), reviewRow(2, { verdict: 'wrong', reason: 'student', look: 'past', campaigns: ['New'] }),
    reviewRow(3, { assets: ['a1'], industry: 'food', stage: 'mql', ref: { crm: 'hubspot', org: '4711', kind: 'contact', id: '3' } }),
  ]
  it.each<[Partial<ReviewFilter>, number[]]>([
    [{}, [1, 2, 3]], [{ campaign: 'New' }, [1, 2]], [{ campaign: 'New', credit: 'last' }, [1, 2]], [{ campaign: 'New', credit: 'first' }, [2]], [{ campaign: 'Old', credit: 'first' }, [1]],
    [{ source: 'Web' }, [1]], [{ persona: 'it' }, [1]], [{ verdict: 'wrong' }, [2]], [{ verdict: 'rated' }, [1, 2, 3]], [{ reason: 'student' }, [2]], [{ asset: 'a1' }, [3]], [{ industry: 'food', stage: 'mql' }, [3]],
    [{ crm: 'hubspot' }, [3]], [{ crm: 'hubspot', source: 'Web' }, []],
  ])('%j finds %j', (patch, found) => {
    const filter = { ...anyVerdict, ...patch }
    expect(filterReview(withCredit(rows, filter.credit), filter, always).map(({ id }) => Number(id))).toEqual(found)
  })

  it('takes what acceptance rests on, which Can\'t tell is not', () => {
    expect(filterReview([reviewRow(1, { verdict: 'cant_tell' }), reviewRow(2, { verdict: 'not_yet' })], { ...anyVerdict, verdict: 'rated' }, always).map(({ id }) => id)).toEqual(['2'])
  })

  it.each(['verdict=maybe', 'crm=pipedrive', 'period=x', 'period=0', 'period=1e9', 'period=2026-02-30_2026-03-01'])('of an address leaves out %s, which no control could show', (query) => {
    expect(readFilter(new URLSearchParams(query))).toEqual(anyVerdict)
  })

  it('comes back from an address as it went in, without what is unknown, too long or untold', () => {
    const filter: ReviewFilter = { ...anyVerdict, campaign: 'A & B = 5 %', period: '30', credit: 'first' }
    expect(readFilter(new URLSearchParams(filterQuery(filter)))).toEqual(filter)
    expect(filterQuery(anyVerdict)).toBe('')
    expect(readFilter(new URLSearchParams(`rep=Dana&credit=most&campaign=${'x'.repeat(300)}`))).toEqual(anyVerdict)
    expect(readFilter(new URLSearchParams('period='), { ...anyVerdict, period: '90' }).period).toBe('')
  })
})

describe('F42 a period', () => {
  it.each(['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'])('counts days of the calendar in %s, whatever the clocks do', (tz) => {
    process.env['TZ'] = tz
    const day = (text: string) => { const [y = 0, m = 1, d = 1] = text.split('-').map(Number); return new Date(y, m - 1, d).getTime() }
    expect(spanOf('2026-03-01_2026-03-31', noon)).toEqual({ from: day('2026-03-01'), to: day('2026-04-01') })
    const { from, to } = spanOf('30', noon)
    expect([new Date(from).getHours(), new Date(to).getHours()]).toEqual([0, 0])
    expect(Math.round((to - from) / 86_400_000)).toBe(30)
    expect(spanBefore({ from, to })?.to).toBe(from)
    for (const period of ['30', '90', '2026-03-20_2026-04-10']) {
      const [span, before] = [spanOf(period, noon), spanBefore(spanOf(period, noon))]
      expect([new Date(before?.from ?? 1).getHours(), Math.round(((before?.to ?? 0) - (before?.from ?? 0)) / 86_400_000)]).toEqual([0, Math.round((span.to - span.from) / 86_400_000)])
    }
  })

  it('is always where it is none', () => {
    for (const none of ['', 'x', '-5', '1.5', '2026-13-01_x']) expect(spanOf(none, noon)).toEqual({ from: -Infinity, to: Infinity })
    expect(spanBefore(always)).toBeUndefined()
  })
})
