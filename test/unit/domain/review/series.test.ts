import { afterEach, expect, it } from 'vitest'
import { anyVerdict, filterReview, spanOf } from '@/lib/domain/review/filter'
import { seriesOf } from '@/lib/domain/review/series'
import { createRandom } from '../../../fixtures/store/random'
import { reviewRow } from './rows'

const zone = process.env['TZ']
afterEach(() => { process.env['TZ'] = zone })
const now = Date.UTC(2026, 3, 10, 12)
const dayMs = 86_400_000

// The clocks change within each of these spans: 8 March in New York, 29 March in Berlin, 5 April in Auckland and on Lord Howe by half an hour.
it.each(['UTC', 'America/New_York', 'Europe/Berlin', 'Pacific/Auckland', 'Australia/Lord_Howe', 'Asia/Kolkata'])('F42 counts every verdict in one day of the reader, sums equal, in %s', (tz) => {
  process.env['TZ'] = tz
  const random = createRandom(5)
  const rows = Array.from({ length: 4_000 }, () => ({ at: now - Math.floor(random.random() * 400 * dayMs), verdict: random.pick(['good', 'not_yet', 'wrong', 'cant_tell'] as const) }))
  for (const period of ['30', '90', '365', '']) {
    const span = spanOf(period, now)
    const inside = rows.filter(({ at }) => at >= span.from && at < span.to)
    const parts = seriesOf(inside, span, now)
    expect(parts.reduce((sum, { counts }) => sum + counts.good + counts.not_yet + counts.wrong + counts.cant_tell, 0)).toBe(inside.length)
    expect(parts.reduce((sum, { counts }) => sum + counts.wrong, 0)).toBe(inside.filter(({ verdict }) => verdict === 'wrong').length)
    expect(parts.length).toBeLessThanOrEqual(31)
    for (const [index, { last }] of parts.slice(0, -1).entries()) expect(Date.parse(parts[index + 1]?.from ?? '') - Date.parse(last)).toBe(dayMs)
  }
  const day = new Date(2026, 2, 29, 23, 59).getTime()
  expect(seriesOf([{ at: day, verdict: 'good' }], spanOf('30', now), now).find(({ counts }) => counts.good === 1)?.from).toBe('2026-03-29')
})

it.each([['90'], ['365'], ['2026-01-14_2026-03-18'], ['2025-02-10_2026-03-18']])('names of %s no day outside of it, so that a column opens what it counts', (period) => {
  const span = spanOf(period, now)
  const random = createRandom(7)
  const rows = Array.from({ length: 3_000 }, (_, n) => reviewRow(n, { at: now - Math.floor(random.random() * 500 * dayMs) }))
  const parts = seriesOf(filterReview(rows, anyVerdict, span), span, now)
  expect(parts.length).toBeGreaterThan(5)
  for (const { from, last, counts } of parts) expect(filterReview(rows, anyVerdict, spanOf(`${from}_${last}`, now))).toHaveLength(counts.good)
})

it('has nothing to draw of nothing', () => {
  expect(seriesOf([], spanOf('', now), now)).toEqual([])
})
