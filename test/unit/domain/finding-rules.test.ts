import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import type { Finding } from '@/lib/domain/finding'
import { findingNotice, isAnswerFor } from '@/lib/domain/finding-notice'
import { answeredInTime, measureFinding, moveFinding, nextState } from '@/lib/domain/finding-rules'
import { reviewRow, reviewRows } from './review/rows'

const day = 86_400_000
const noticed: Finding = { kind: 'finding', id: 'f', version: 1, updatedAt: 0, sentence: 'Students', state: 'noticed', noticedAt: 0, concerns: { campaign: 'Fair', reason: 'student' }, verdictIds: ['1'], reps: 7 }

describe('a finding', () => {
  it('goes from noticed to measured, each step with its date', () => {
    const decided = moveFinding(noticed, 'decided', 5)
    const changed = moveFinding(decided, 'changed', 9)
    const measured = moveFinding(changed, 'measured', 12)
    expect([nextState(noticed), nextState(decided), nextState(changed), nextState(measured)]).toEqual(['decided', 'changed', 'measured', undefined])
    expect(measured).toMatchObject({ state: 'measured', noticedAt: 0, decidedAt: 5, changedAt: 9, measuredAt: 12 })
  })

  it('dates what it leaps over, and forgets what it goes back behind', () => {
    const changed = moveFinding(noticed, 'changed', 9)
    expect(changed).toMatchObject({ decidedAt: 9, changedAt: 9 })
    const back = moveFinding({ ...changed, measured: { before: { good: 1, n: 2 }, after: { good: 1, n: 2 } } }, 'decided', 20)
    expect(back).toEqual({ ...noticed, state: 'decided', decidedAt: 9 })
  })

  it('is measured from the day of the change on, over the leads it concerns, each by its standing first look', () => {
    const at = (n: number) => n * day
    const rows = [
      ...reviewRows(30, { at: at(1), campaigns: ['Fair'] }, 1), ...reviewRows(50, { at: at(2), campaigns: ['Fair'], verdict: 'wrong', reason: 'student' }, 100),
      ...reviewRows(40, { at: at(10), campaigns: ['Fair'] }, 200), ...reviewRows(10, { at: at(11), campaigns: ['Fair'], verdict: 'wrong', reason: 'student' }, 300),
      reviewRow(400, { at: at(11), campaigns: ['Other'] }), reviewRow(401, { at: at(11), campaigns: ['Fair'], look: 'past' }), reviewRow(402, { at: at(11), campaigns: ['Fair'], look: 'second', secondLook: true }),
    ]
    expect(measureFinding(noticed, rows)).toBeUndefined()
    const measured = measureFinding({ ...noticed, changedAt: at(10) }, rows)
    expect(measured).toMatchObject({ before: { good: 30, wrong: 50 }, after: { good: 40, wrong: 10 }, said: { before: 50, after: 10 } })
    expect(measured?.difference).toMatchObject({ known: true, difference: expect.closeTo(0.425) })
    expect(measureFinding({ changedAt: at(10), concerns: {} }, rows)?.after.good).toBe(41)
  })

  it.each([
    ['answered in time', [{ noticedAt: 0, decidedAt: 14 * day }], 20, { answered: 1, of: 1 }],
    ['answered too late', [{ noticedAt: 0, decidedAt: 15 * day }], 20, { answered: 0, of: 1 }],
    ['not answered, days over', [{ noticedAt: 0 }], 15, { answered: 0, of: 1 }],
    ['not answered, days running', [{ noticedAt: 0 }], 14, { answered: 0, of: 0 }],
    ['answered early', [{ noticedAt: 0, decidedAt: day }], 2, { answered: 1, of: 1 }],
  ])('counts as %s', (_, findings, now, expected) => {
    expect(answeredInTime(findings, now * day)).toEqual(expected)
  })
})

describe('what a rep reads of it', () => {
  const changed: Finding = { ...moveFinding(noticed, 'changed', 5), change: 'The form asks for work e-mail' }

  it.each<[string, Finding, { campaigns: string[]; source?: string }, boolean]>([
    ['an answer on a lead of the campaign', changed, { campaigns: ['Fair'] }, true],
    ['no answer yet', noticed, { campaigns: ['Fair'] }, false],
    ['another campaign', changed, { campaigns: ['Web'] }, false],
    ['another source', { ...changed, concerns: { campaign: 'Fair', source: 'Web' } }, { campaigns: ['Fair'], source: 'Mail' }, false],
    ['any lead, where it concerns all', { ...changed, concerns: { reason: 'student' } }, { campaigns: [] }, true],
  ])('%s', (_, finding, lead, shown) => {
    expect(isAnswerFor(finding, lead)).toBe(shown)
  })

  it('says what they and how many others said, what changed and how it went', () => {
    const own = { verdict: 'wrong', reason: 'student-or-job-seeker' } as const
    expect(findingNotice(changed, own, defaultPlaybook)).toEqual({
      id: 'finding:f:changed', kind: 'finding', sentence: { id: 'notice.finding_changed', count: 6, values: [6, { say: 'reason.student_or_job_seeker' }, 'The form asks for work e-mail', { date: 5 }] },
    })
    const measured = { ...moveFinding(changed, 'measured', 9), measured: { before: { good: 11, n: 40 }, after: { good: 36, n: 38 } } }
    expect(findingNotice(measured, { verdict: 'wrong' }, defaultPlaybook)).toMatchObject({ id: 'finding:f:measured', sentence: { id: 'notice.finding_measured', values: [6, { say: 'verdict.wrong' }, 'The form asks for work e-mail', { date: 5 }, 11, 40, 36, 38] } })
  })
})
