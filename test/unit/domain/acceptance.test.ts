import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptanceOf, byAcceptance, differenceOf, fewestForARate } from '@/lib/domain/acceptance'
import { acceptanceBy, groupings } from '@/lib/domain/acceptance-groups'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { latestPerLead, toJudgement, type Judgement } from '@/lib/domain/judgement'
import { verdictValue, type LedgerEvent, type VerdictValue } from '@/lib/domain/ledger'
import { heldVerdicts } from '@/lib/domain/standing'
import { eventId, makeVerdict, now, ref, rep } from './make'

const judgementsOf = (events: readonly LedgerEvent[]) => heldVerdicts(events).map(toJudgement)
const lead = (number: number) => ({ ...ref, id: String(number) })
const judged = (...verdicts: [VerdictValue, number][]) =>
  verdicts.flatMap(([verdict, count]) => Array.from({ length: count }, (_, index): Judgement => ({ ...toJudgement(makeVerdict(index)), verdict, ref: lead(index + count * 1000) })))

describe('acceptance', () => {
  it('is Good of Good, Not yet and Wrong; Can\'t tell is judged and outside', () => {
    const { rate, ...counts } = acceptanceOf(judged(['good', 18], ['not_yet', 12], ['wrong', 10], ['cant_tell', 7]))
    expect(counts).toEqual({ good: 18, notYet: 12, wrong: 10, cantTell: 7, judged: 47 })
    expect(rate).toMatchObject({ known: true, rate: 0.45, n: 40 })
    expect(rate.known && [rate.interval.low, rate.interval.high].map((bound) => Math.round(bound * 100))).toEqual([31, 60])
  })

  it.each([[0, 20], [19, 1], [3, 17]])('is too early to tell with %s, which needs %s more', (n, needed) => {
    expect(acceptanceOf(judged(['good', n], ['cant_tell', 50])).rate).toEqual({ known: false, needed, n })
  })

  it('is known from twenty on', () => {
    expect(acceptanceOf(judged(['wrong', fewestForARate])).rate).toMatchObject({ known: true, rate: 0 })
  })
})

describe('a lead', () => {
  const count = (events: LedgerEvent[], look: 'first' | 'second' = 'first') => {
    const { good, notYet, wrong, cantTell } = acceptanceOf(latestPerLead(judgementsOf(events), look))
    return [good, notYet, wrong, cantTell].join(' ')
  }
  const withdraw = (number: number): LedgerEvent => ({ type: 'verdict-withdrawn', id: eventId(900 + number), at: now, ref, rep, verdictId: eventId(number) })

  it.each<[string, string, LedgerEvent[]]>([
    ['1 0 0 0', 'one verdict', [makeVerdict(1)]],
    ['0 0 1 0', 'a change', [makeVerdict(1), makeVerdict(2, { verdict: 'wrong', supersedes: eventId(1) })]],
    ['1 0 0 0', 'an undone change', [makeVerdict(1), makeVerdict(2, { verdict: 'wrong', supersedes: eventId(1) }), withdraw(2)]],
    ['0 0 0 0', 'an undone verdict', [makeVerdict(1), withdraw(1)]],
    ['0 0 1 0', 'two reps, the later counts', [makeVerdict(2, { verdict: 'wrong', rep: { ...rep, id: 'u2' } }), makeVerdict(1)]],
    ['0 1 0 0', 'a second look left out', [makeVerdict(1, { verdict: 'not_yet' }), makeVerdict(2, { secondLook: true, supersedes: eventId(1) })]],
    ['2 0 0 0', 'two leads', [makeVerdict(1), makeVerdict(2, { ref: lead(9) })]],
  ])('counts as %s with %s', (expected, _, events) => {
    expect(count(events)).toBe(expected)
    expect(count([...events].reverse())).toBe(expected)
  })

  it('counts its second look apart', () => {
    expect(count([makeVerdict(1, { verdict: 'not_yet' }), makeVerdict(2, { secondLook: true }), makeVerdict(3, { ref: lead(9) })], 'second')).toBe('1 0 0 0')
  })

  it('counts once for all records that are the person', () => {
    const rows = judgementsOf([makeVerdict(1), makeVerdict(2, { ref: lead(9), verdict: 'wrong' })])
    expect(acceptanceOf(latestPerLead(rows, 'first', () => 'the same'))).toMatchObject({ judged: 1, wrong: 1 })
  })

  it('replays to the same numbers from events in any order, any of them twice', () => {
    const event = fc.record({ number: fc.integer({ min: 1, max: 12 }), lead: fc.integer({ min: 1, max: 4 }), verdict: fc.constantFrom(...verdictValue.options), changes: fc.boolean() })
    fc.assert(fc.property(fc.uniqueArray(event, { selector: ({ number }) => number, maxLength: 12 }), (list) => {
      const events = list.map(({ number, lead: of, verdict, changes }) => makeVerdict(number, { ref: lead(of), verdict, supersedes: changes ? list.find((one) => one.lead === of && one.number < number) && eventId(list.find((one) => one.lead === of && one.number < number)?.number ?? 0) : undefined }))
      const once = acceptanceOf(latestPerLead(judgementsOf(events), 'first'))
      expect(acceptanceOf(latestPerLead(judgementsOf([...events, ...events].reverse()), 'first'))).toEqual(once)
      expect(once.judged).toBe(new Set(list.map((one) => one.lead)).size)
    }))
  })
})

describe('groups', () => {
  const of = (campaign: string, ...verdicts: [VerdictValue, number][]) => judged(...verdicts).map((one) => ({ ...one, campaigns: [campaign] }))

  it('never put 3 of 3 before 60 of 80', () => {
    const groups = acceptanceBy([...of('Three', ['good', 3]), ...of('Sixty', ['good', 60], ['wrong', 20])], 'campaign')
    expect(groups.map(({ key }) => key)).toEqual(['Sixty', 'Three'])
  })

  it('rank by the lower bound, then those too early by how many were judged', () => {
    const groups = acceptanceBy([
      ...of('19 of 19', ['good', 19]), ...of('15 of 20', ['good', 15], ['wrong', 5]), ...of('70 of 100', ['good', 70], ['wrong', 30]), ...of('10 of 30', ['good', 10], ['not_yet', 20]), ...of('2 of 2', ['good', 2]),
    ], 'campaign')
    expect(groups.map(({ key }) => key)).toEqual(['70 of 100', '15 of 20', '10 of 30', '19 of 19', '2 of 2'])
  })

  it('count a lead under each of its campaigns and assets, once', () => {
    const one = { ...toJudgement(makeVerdict(1)), campaigns: ['A', 'B', 'A'], assets: ['x', 'y'], source: 'Web', persona: 'it', reason: 'real-need' }
    const keys = groupings.map((by) => acceptanceBy([one], by).map(({ key, acceptance }) => `${key}${acceptance.judged}`).join(' '))
    expect(keys).toEqual(['A1 B1', 'Web1', 'real-need1', 'x1 y1', 'it1', '', ''])
  })

  it('know no rep', () => {
    expect(groupings.join(' ')).not.toMatch(/rep|owner|user|actor/)
    const judgement = toJudgement(makeVerdict(1))
    expect(JSON.stringify(judgement)).not.toContain(rep.name)
    const row: FeedbackRow = { ...judgement, campaigns: [], campaignsBy: [], assets: [], url: '', look: 'first', sample: false, origin: 'here' }
    expect(latestPerLead([row], 'first')).toEqual([row])
  })

  it('order any two the same way round', () => {
    const any = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60)).map(([good, notYet, wrong]) => acceptanceOf(judged(['good', good], ['not_yet', notYet], ['wrong', wrong])))
    fc.assert(fc.property(any, any, (a, b) => {
      expect(Math.sign(byAcceptance(a, b))).toBe(-Math.sign(byAcceptance(b, a)) || 0)
    }), { numRuns: 50 })
  })
})

describe('difference', () => {
  it('has its own interval', () => {
    const [first, second] = [acceptanceOf(judged(['good', 56], ['wrong', 14])), acceptanceOf(judged(['good', 48], ['wrong', 32]))]
    const { difference, interval } = differenceOf(first, second) as Extract<ReturnType<typeof differenceOf>, { known: true }>
    expect(difference).toBeCloseTo(0.2)
    expect(interval.low).toBeCloseTo(0.0524, 4)
    expect(interval.high).toBeCloseTo(0.3339, 4)
  })
  it('is unknown while one of them is', () => {
    expect(differenceOf(acceptanceOf(judged(['good', 3])), acceptanceOf(judged(['good', 60])))).toEqual({ known: false })
  })
})
