import { describe, expect, it } from 'vitest'
import { campaignNames, campaignsOf, waysKnown, type Attribution } from '@/lib/domain/hand-overs/attribution'
import { bestOutcome } from '@/lib/domain/hand-overs/best-outcome'
import type { FunnelGrouping } from '@/lib/domain/hand-overs/funnel'
import { joinHandOvers, type Joined } from '@/lib/domain/hand-overs/joined'
import { mergeInfluences } from '@/lib/domain/influence'
import { toJudgement } from '@/lib/domain/judgement'
import { withCredit } from '@/lib/domain/review/filter'
import { packSheet, readSheet } from '@/lib/domain/review/sheet'
import { wilson } from '@/lib/domain/statistics'
import { makeVerdict } from '../make'
import { figuresOf, handOver, hour, influence, judgement, lead, outcome, ref, start } from './leads'

const funnelOf = (leads: readonly Joined[]) => figuresOf(leads).funnel.whole
const funnelBy = (leads: readonly Joined[], by: FunnelGrouping, credit: Attribution) => figuresOf(leads, { credit }).funnel.groups[by]

describe('a hand-over and what reps did', () => {
  it('come together over every record of the person, the newer verdict counting', () => {
    const contact = ref(9, 'contact')
    const rows = [handOver(1, { same: [contact] }), { ...handOver(2), firstOpenedAt: start + hour }, handOver(3)]
    const joined = joinHandOvers(rows, [judgement(1, 'wrong'), judgement(9, 'good', { ref: contact, at: start + 9 * hour })])
    expect(joined.map((one) => one.judgement?.verdict)).toEqual(['good', undefined, undefined])
    expect(joined.map(({ openedAt }) => openedAt)).toEqual([start + 9 * hour, start + hour, undefined])
  })
})

describe('opened', () => {
  it.each([
    ['by a rep in Leadside', {}, start + hour, [], start + hour], ['by a follow-up the CRM tells of', { followedUpAt: start + 2 * hour }, undefined, [], start + 2 * hour],
    ['by a second look', {}, undefined, [judgement(1, 'good', { at: start + 3 * hour, secondLook: true })], start + 3 * hour], ['by nobody', {}, undefined, [judgement(2, 'good')], undefined],
  ] as const)('%s', (_, changes, firstOpenedAt, others, openedAt) => {
    expect(joinHandOvers([{ ...handOver(1, changes), firstOpenedAt }], [], others)[0]).toMatchObject({ judgement: undefined, openedAt })
  })
})

describe('coverage', () => {
  it('is never full of nothing', () => {
    expect(figuresOf([]).coverage).toMatchObject({ handedOver: 0, rate: { known: false, needed: 20 } })
  })

  it('tells never opened from opened and not judged', () => {
    const leads = [...Array.from({ length: 10 }, (_, n) => lead(n, {}, judgement(n, 'good'))), ...Array.from({ length: 6 }, (_, n) => ({ ...lead(10 + n), openedAt: start })), ...Array.from({ length: 24 }, (_, n) => lead(16 + n))]
    expect(figuresOf(leads).coverage).toEqual({ handedOver: 40, judged: 10, openedNotJudged: 6, neverOpened: 24, rate: { known: true, rate: 0.25, n: 40, interval: wilson(10, 40) } })
  })
})

describe('the campaigns a lead counts for', () => {
  const campaigns = [influence('late', start + 9 * hour), influence('second', start - hour), influence('first', start - 5 * hour), influence('second', start - 3 * hour), influence('undated')]
  it.each<[Attribution, boolean, string[]]>([
    ['all', true, ['second', 'undated', 'first']],
    ['all', false, ['late', 'second', 'undated', 'first']],
    ['first', true, ['first']],
    ['last', true, ['second']],
    ['last', false, ['late']],
  ])('%s, judged: %s', (attribution, judged, expected) => {
    expect(campaignsOf(lead(1, { campaigns }, judged ? judgement(1, 'good') : undefined), attribution).map(({ name }) => name)).toEqual(expected)
  })

  it.each<[Attribution, string[]]>([['all', ['dated', 'undated']], ['first', ['dated']], ['last', ['dated']]])('are the same judged and unjudged where one has a date, %s', (attribution, expected) => {
    const some = mergeInfluences([influence('undated'), influence('dated', start - hour)])
    const judged = toJudgement({ ...makeVerdict(1), evidence: { ...makeVerdict(1).evidence, campaigns: some.map(({ name }) => name), influences: some } })
    const names = (lead: Joined) => [campaignsOf(lead, attribution).map(({ name }) => name), campaignNames(lead, attribution)]
    expect(names(lead(1, { campaigns: some }))).toEqual([expected, expected])
    expect(names(lead(1, { campaigns: some }, judged))).toEqual([expected, expected])
    expect(withCredit(readSheet(packSheet([{ ...judged, look: 'first' }])), attribution)[0]?.campaigns).toEqual(expected)
  })

  it.each<[Attribution, string[]]>([['all', ['Mail', 'Web', 'Fair']], ['first', ['Fair']], ['last', ['Mail']]])('are those the verdict rests on, %s', (attribution, expected) => {
    const judged = judgement(1, 'good', { campaigns: ['Mail', 'Web', 'Fair'], campaignsBy: ['email', 'utm', 'source-detail'] })
    expect(campaignsOf(lead(1, { campaigns }, judged), attribution).map(({ name }) => name)).toEqual(expected)
    expect(withCredit([judged], attribution)[0]?.campaigns).toEqual(expected)
    expect(waysKnown(figuresOf([lead(1, { campaigns }, judged)]).ways)).toEqual(['utm', 'source-detail', 'email'])
  })

  it('say how they are known', () => {
    expect(waysKnown(figuresOf([lead(1, { campaigns: [influence('a', 1, 'utm'), influence('b', 1, 'email')] }), lead(2, { campaigns: [influence('c')] })]).ways)).toEqual(['member', 'utm', 'email'])
  })

  it('are one where none has a date', () => {
    expect(campaignsOf(lead(1, { campaigns: [influence('a'), influence('b')] }), 'first')).toHaveLength(1)
  })
})

describe('the funnel', () => {
  it('counts each step of those of whom it is known, with n and interval', () => {
    const leads = [
      ...Array.from({ length: 20 }, (_, n) => lead(n, { followedUpAt: start + hour, sqlAt: n < 8 ? start : undefined, outcome: n < 4 ? outcome(n < 2 ? 'won' : 'lost') : undefined }, judgement(n, n < 10 ? 'good' : 'wrong'))),
      ...Array.from({ length: 10 }, (_, n) => lead(20 + n, { unknown: ['outcome', 'follow-up'], convertedAt: n === 0 ? start : undefined })),
    ]
    expect(funnelOf(leads).map(({ step, n, of }) => [step, n, of])).toEqual([
      ['handed-over', 30, 30], ['followed-up', 20, 20], ['good', 10, 30], ['sql', 9, 30], ['opportunity', 4, 20], ['won', 2, 20],
    ])
    expect(funnelOf(leads).find(({ step }) => step === 'good')?.rate).toEqual({ known: true, rate: 1 / 3, n: 30, interval: wilson(10, 30) })
  })

  it('knows of an opportunity it may not read that it is one, not whether it was won', () => {
    const cells = funnelOf([lead(1, { outcome: outcome('unknown') })])
    expect(cells.find(({ step }) => step === 'opportunity')).toMatchObject({ n: 1, of: 1 })
    expect(cells.find(({ step }) => step === 'won')).toMatchObject({ n: 0, of: 0 })
  })

  it('groups a lead under each of its campaigns, so that sums exceed the total, or under one of them', () => {
    const leads = [lead(1, { campaigns: [influence('a', 1), influence('b', 2)], source: 'Web' }), lead(2, { campaigns: [influence('a', 1)] })]
    const counts = (attribution: Attribution) => funnelBy(leads, 'campaign', attribution).map(({ key, cells }) => [key, cells[0]?.n])
    expect(counts('all')).toEqual([['a', 2], ['b', 1]])
    expect(counts('last')).toEqual([['a', 1], ['b', 1]])
    expect(funnelBy(leads, 'source', 'all').map(({ key }) => key)).toEqual(['Web'])
    expect(funnelBy([lead(3, {}, judgement(3, 'good', { assets: ['x', 'y'] })), lead(4)], 'asset', 'all').map(({ key, cells }) => [key, cells[0]?.n])).toEqual([['x', 1], ['y', 1]])
  })
})

describe('verdict and outcome', () => {
  it.each([
    ['good', 'lost', ['good-lost']], ['wrong', 'won', ['wrong-won']], ['good', 'won', []], ['wrong', 'lost', []], ['not_yet', 'won', []], ['good', 'open', []], ['cant_tell', 'lost', []],
  ] as const)('%s and %s', (verdict, result, expected) => {
    expect(figuresOf([lead(1, { outcome: outcome(result) }, judgement(1, verdict))]).disagreements.map(({ kind }) => kind)).toEqual(expected)
  })

  it('disagree latest first', () => {
    const leads = [1, 2, 3].map((n) => lead(n, { outcome: outcome('lost', n) }, judgement(n, 'good')))
    expect(figuresOf(leads).disagreements.map((one) => one.outcome.closedAt)).toEqual([3, 2, 1])
  })

  it('of several outcomes the best speaks, of those lost the latest', () => {
    expect(bestOutcome([])).toBeUndefined()
    expect(bestOutcome([outcome('lost', 9), outcome('open'), outcome('won', 1)])?.result).toBe('won')
    expect(bestOutcome([outcome('unknown'), outcome('lost', 1), outcome('lost', 2)])?.closedAt).toBe(2)
  })
})
