import { describe, expect, it } from 'vitest'
import { acceptanceOf, differenceOf } from '@/lib/domain/acceptance'
import { collectWays } from '@/lib/domain/influence'
import { tellCampaigns } from '@/lib/domain/judgement'
import { anyVerdict, filterReview, spanBefore, spanOf, type ReviewFilter } from '@/lib/domain/review/filter'
import { createOverview } from '@/lib/domain/review/overview'
import { rankBy, reasonCells, reasonsOf } from '@/lib/domain/review/ranking'
import { createRandom } from '../../../fixtures/store/random'
import { reviewRow, reviewRows } from './rows'

const dayMs = 86_400_000
const now = Date.UTC(2026, 2, 16, 12)
const of = (rows: Parameters<typeof createOverview>[0], patch: Partial<ReviewFilter> = {}) => {
  const filter = { ...anyVerdict, ...patch }
  return createOverview(rows, filter, spanOf(filter.period, now), now)
}

describe('the overview', () => {
  const random = createRandom(3)
  const rows = Array.from({ length: 2_000 }, (_, n) => reviewRow(n, {
    at: now - Math.floor(random.random() * 200 * dayMs), look: random.pick(['first', 'first', 'second', 'past']), verdict: random.pick(['good', 'not_yet', 'wrong', 'cant_tell']), reason: random.pick(['a', 'b', undefined]),
    source: random.pick(['Web', 'Fair']), campaigns: random.pick([['Spring'], ['Spring', 'Fair'], []]), assets: random.pick([['guide'], []]), persona: random.pick(['it', undefined]),
  }))

  it.each<Partial<ReviewFilter>>([
    {}, { period: '30' }, { period: '90', verdict: 'wrong' }, { period: '90', reason: 'a', source: 'Web' }, { campaign: 'Fair', verdict: 'good', persona: 'it' }, { period: '2026-01-01_2026-01-31', asset: 'guide' }, { source: 'none such' },
  ])('counts by %j what stands behind each number', (patch) => {
    const filter = { ...anyVerdict, ...patch }
    const span = spanOf(filter.period, now)
    const before = spanBefore(span)
    const leads = { ...filter, verdict: '', reason: '' }
    const found = filterReview(rows, filter, span)
    const first = filterReview(rows, leads, span, 'first')
    const earlier = before ? filterReview(rows, leads, before, 'first') : []
    const overview = of(rows, patch)
    expect(overview.found).toEqual(found)
    expect(overview.split.good + overview.split.not_yet + overview.split.wrong + overview.split.cant_tell).toBe(found.length)
    expect(overview).toMatchObject({ acceptance: acceptanceOf(first), second: acceptanceOf(filterReview(rows, leads, span, 'second')), change: differenceOf(acceptanceOf(first), acceptanceOf(earlier)) })
    for (const by of ['campaign', 'persona'] as const) expect(overview.ranking(by)).toEqual(rankBy(first, earlier, by, filter[by]))
    expect([overview.ways(), overview.reasons(), overview.cells()]).toEqual([collectWays(first, tellCampaigns), reasonsOf(found), reasonCells(found, filter.campaign)])
  })

  it('tells of leads chosen by a campaign or an asset nothing under another one they have besides', () => {
    expect(of(rows).ranking('campaign').ranked.map(({ key }) => key).sort()).toEqual(['Fair', 'Spring'])
    const spring = of(rows, { campaign: 'Spring' })
    expect([spring.ranking('campaign').ranked.map(({ key }) => key), spring.ranking('campaign').overlaps, spring.cells().campaigns]).toEqual([['Spring'], false, ['Spring']])
  })

  it('counts a figure once, however often it is asked for', () => {
    const { ranking, series } = of(rows)
    expect([ranking('campaign') === ranking('campaign'), ranking('campaign') === ranking('source'), series() === series()]).toEqual([true, false, true])
  })

  it('compares all with all before', () => {
    const [good, wrong] = [{ verdict: 'good' }, { verdict: 'wrong' }] as const
    const { acceptance, change } = of([
      ...reviewRows(56, { ...good, at: now }), ...reviewRows(14, { ...wrong, at: now }, 100), ...reviewRows(48, { ...good, at: now - 31 * dayMs }, 200), ...reviewRows(32, { ...wrong, at: now - 31 * dayMs }, 300),
    ], { period: '30' })
    expect(acceptance.good).toBe(56)
    // Newcombe 1998, table II, first example: 56/70 against 48/80.
    expect(change).toMatchObject({ known: true, difference: expect.closeTo(0.2), interval: { low: expect.closeTo(0.0524, 4), high: expect.closeTo(0.3339, 4) } })
  })
})
