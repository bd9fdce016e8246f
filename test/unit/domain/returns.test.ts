import { describe, expect, it } from 'vitest'
import type { VerdictEvent } from '@/lib/domain/ledger'
import { isSecondLook, openReturns, progressSince, returnCause, usualReturnDay, type Progress } from '@/lib/domain/returns'
import { day, eventId, makeTouch, makeVerdict, now, ref, rep } from './make'

const notYet = (over: Partial<VerdictEvent> = {}) => makeVerdict(1, { verdict: 'not_yet', at: now - 10 * day, ...over })
const noon = new Date(2026, 3, 15, 12).getTime()
const nothing: Progress = { newTouches: 0, campaignResponses: 0, score: undefined }
const scored = { playbook: '1', campaigns: [], digest: '', stories: [], score: 40 }

it('proposes thirty days', () => {
  expect(usualReturnDay(new Date(2026, 2, 16, 12).getTime())).toBe('2026-04-15')
})

describe('returnCause', () => {
  it.each<[string | undefined, string, Partial<VerdictEvent>, Partial<Progress>]>([
    ['date', 'its day', { until: '2026-04-15' }, {}],
    ['date', 'a day gone by', { until: '2026-04-01' }, {}],
    [undefined, 'the day before', { until: '2026-04-16' }, {}],
    [undefined, 'a day that is none', { until: 'soon' }, {}],
    ['touch', 'a new touch', { trigger: 'touch' }, { newTouches: 1 }],
    [undefined, 'no new touch', { trigger: 'touch' }, { campaignResponses: 1 }],
    ['campaign', 'a campaign response', { trigger: 'campaign' }, { campaignResponses: 1 }],
    [undefined, 'only a touch', { trigger: 'campaign' }, { newTouches: 4 }],
    ['score', 'a rise of ten', { trigger: 'score', evidence: scored }, { score: 50 }],
    [undefined, 'a rise of nine', { trigger: 'score', evidence: scored }, { score: 49 }],
    [undefined, 'a score unknown then', { trigger: 'score' }, { score: 90 }],
    [undefined, 'a score unknown now', { trigger: 'score', evidence: scored }, {}],
    ['touch', 'a trigger before its day', { trigger: 'touch', until: '2027-01-01' }, { newTouches: 1 }],
    [undefined, 'another verdict', { verdict: 'wrong', until: '2026-04-01' }, {}],
    [undefined, 'neither day nor trigger', {}, { newTouches: 9 }],
  ])('is %s at %s', (cause, _, verdict, progress) => {
    expect(returnCause(notYet(verdict), { ...nothing, ...progress }, noon)).toBe(cause)
  })

  it('needs no progress for a date and has no cause without it for a trigger', () => {
    expect(returnCause(notYet({ until: '2026-04-01' }), undefined, noon)).toBe('date')
    expect(returnCause(notYet({ trigger: 'touch' }), undefined, noon)).toBeUndefined()
  })
})

it('counts only what people did since', () => {
  const verdict = notYet()
  const touches = [
    makeTouch({ at: now }), makeTouch({ at: now, kind: 'campaign-response' }), makeTouch({ at: verdict.at }),
    makeTouch({ at: now, agent: { by: 'machine', cause: 'probe' } }), makeTouch({ at: now, agent: { by: 'unknown', cause: 'no-evidence' } }),
  ]
  expect(progressSince(verdict, touches, 7)).toEqual({ newTouches: 2, campaignResponses: 1, score: 7 })
})

describe('openReturns', () => {
  const other = { ...ref, id: '502' }
  it('lists standing Not yet verdicts with a day or trigger, one a record', () => {
    const events = [
      notYet({ until: '2026-04-01' }), notYet({ id: eventId(2), ref: other, trigger: 'touch' }),
      notYet({ id: eventId(3), ref: { ...ref, id: '503' } }), makeVerdict(4, { ref: { ...ref, id: '504' } }),
    ]
    expect(openReturns(events).map(({ ref: { id } }) => id)).toEqual(['501', '502'])
  })
  it('closes with the next verdict', () => {
    expect(openReturns([notYet({ until: '2026-04-01' }), makeVerdict(2, { secondLook: true })])).toEqual([])
  })
  it('knows whose they are', () => {
    expect(openReturns([notYet({ until: '2026-04-01' })], rep.id)).toHaveLength(1)
    expect(openReturns([notYet({ until: '2026-04-01' })], 'somebody else')).toEqual([])
  })
})

describe('isSecondLook', () => {
  it.each<[boolean, string, VerdictEvent[]]>([
    [false, 'a first verdict', []],
    [false, 'a change before the day', [notYet({ until: '2027-01-01' })]],
    [true, 'a verdict once the day has come', [notYet({ until: '2026-04-01' })]],
    [true, 'a change of a second look', [notYet({ until: '2026-04-01' }), makeVerdict(2, { secondLook: true })]],
    [false, 'a change of a Good', [makeVerdict(1)]],
  ])('is %s for %s', (expected, _, events) => {
    expect(isSecondLook(events, [], noon)).toBe(expected)
  })
  it('follows the triggers', () => {
    expect(isSecondLook([notYet({ trigger: 'touch' })], [makeTouch({ at: now })], noon)).toBe(true)
    expect(isSecondLook([notYet({ trigger: 'score', evidence: scored })], [], noon, 60)).toBe(true)
  })
})
