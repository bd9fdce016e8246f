import { describe, expect, it } from 'vitest'
import { rankBy, reasonCells, reasonsOf } from '@/lib/domain/review/ranking'
import { reviewRow, reviewRows } from './rows'

const of = (campaign: string, good: number, wrong: number, from: number) => [...reviewRows(good, { campaigns: [campaign] }, from), ...reviewRows(wrong, { campaigns: [campaign], verdict: 'wrong', reason: 'student' }, from + 500)]

describe('a ranking', () => {
  it('never puts three of three before sixty of eighty, and says how many more are needed', () => {
    const { ranked, early } = rankBy([...of('Three', 3, 0, 1), ...of('Sixty', 60, 20, 1_000), ...of('Half', 50, 50, 3_000)], [], 'campaign')
    expect(ranked.map(({ key }) => key)).toEqual(['Sixty', 'Half'])
    expect(early.map(({ key, acceptance: { rate } }) => [key, rate.known ? 0 : rate.needed])).toEqual([['Three', 17]])
  })

  it('says the change with its own interval, where there was enough before', () => {
    const { ranked } = rankBy([...of('A', 56, 14, 1), ...of('B', 20, 10, 2_000)], [...of('A', 48, 32, 4_000), ...of('B', 2, 1, 6_000)], 'campaign')
    const change = (wanted: string) => ranked.find(({ key }) => key === wanted)?.change
    // Newcombe 1998, table II, first example: 56/70 against 48/80.
    expect(change('A')).toMatchObject({ known: true, difference: expect.closeTo(0.2), interval: { low: expect.closeTo(0.0524, 4), high: expect.closeTo(0.3339, 4) } })
    expect(change('B')).toEqual({ known: false })
  })

  it('says when leads stand in more than one group', () => {
    expect(rankBy([reviewRow(1, { campaigns: ['A', 'B'] })], [], 'campaign')).toMatchObject({ overlaps: true, early: [{ key: 'A' }, { key: 'B' }] })
    expect(rankBy([reviewRow(1, { campaigns: ['A'], source: 'Web' })], [], 'source').overlaps).toBe(false)
  })
})

it('counts reasons and where they came up; Good is no reason to fail', () => {
  const rows = [...of('A', 4, 3, 1), ...of('B', 0, 1, 2_000), reviewRow(9_000, { verdict: 'good', reason: 'need', campaigns: ['A'] }), reviewRow(9_001, { verdict: 'not_yet', reason: 'budget', campaigns: ['A', 'B', 'A'] })]
  expect(reasonsOf(rows)).toEqual([{ verdict: 'wrong', reason: 'student', n: 4 }, { verdict: 'not_yet', reason: 'budget', n: 1 }, { verdict: 'good', reason: 'need', n: 1 }])
  const { reasons, campaigns, cells } = reasonCells(rows)
  expect([reasons.map(({ reason }) => reason), campaigns, cells]).toEqual([['student', 'budget'], ['A', 'B'], [[3, 1], [1, 1]]])
})
