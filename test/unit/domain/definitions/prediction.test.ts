import { expect, it } from 'vitest'
import { predict } from '@/lib/domain/definitions/prediction'
import { toEvidence, viewDefinitions, type Definition } from '@/lib/domain/definitions/definition'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { verdictEvent, type VerdictEvent, type VerdictValue } from '@/lib/domain/ledger'
import { newcombe } from '@/lib/domain/statistics'
import { makePerson, makeVerdict, now, ref } from '../make'

const judged = (number: number, verdict: VerdictValue, clauses: { met?: string[]; notMet?: string[] }, over: Partial<VerdictEvent> = {}): VerdictEvent =>
  makeVerdict(number, {
    ref: { ...ref, id: String(number) }, verdict,
    evidence: { playbook: '1', campaigns: [], digest: '', stories: [], definitions: [{ id: 'mql', version: 1, met: clauses.met ?? [], notMet: clauses.notMet ?? [] }] }, ...over,
  })
const many = (from: number, count: number, good: number, clauses: { met?: string[]; notMet?: string[] }) =>
  Array.from({ length: count }, (_, index) => judged(from + index, index < good ? 'good' : 'wrong', clauses))

it('compares acceptance where a clause was met and where not, with the interval of the difference', () => {
  const verdicts = [...many(0, 40, 30, { met: ['webinar'] }), ...many(100, 50, 15, { notMet: ['webinar'] })]
  const [found] = predict(verdicts)
  expect(found).toMatchObject({ definition: 'mql', clause: 'webinar', met: { good: 30, judged: 40 }, notMet: { good: 15, judged: 50 } })
  expect(found?.difference).toEqual({ known: true, difference: 0.45, interval: newcombe({ successes: 30, n: 40 }, { successes: 15, n: 50 }) })
})

it('says nothing before twenty on each side, and leaves out leads of which it was not known', () => {
  const [found] = predict([...many(0, 40, 30, { met: ['webinar'] }), ...many(100, 19, 5, { notMet: ['webinar'] }), ...many(200, 30, 30, {})])
  expect(found?.difference).toEqual({ known: false })
  expect(found?.met.judged).toBe(40)
})

it('counts a lead once, by its latest first look, and what a Wrong blamed', () => {
  const blame = { clause: { definition: 'mql', version: 1, clause: 'webinar' } }
  const first = judged(1, 'good', { met: ['webinar'] })
  const [found] = predict([first, { ...judged(2, 'wrong', { met: ['webinar'] }, blame), ref: first.ref }, { ...judged(3, 'good', { met: ['webinar'] }), ref: first.ref, secondLook: true }])
  expect(found).toMatchObject({ met: { good: 0, wrong: 1, judged: 1 }, blamed: 1 })
})

it('keeps with a verdict which version and clauses held; events from before have none and still parse', () => {
  const definition: Definition = { id: 'mql', label: 'MQL', version: 4, at: now, clauses: [{ id: 'a', kind: 'score', atLeast: 10 }, { id: 'b', kind: 'country', anyOf: ['AT'] }, { id: 'c', kind: 'source', anyOf: ['Web'] }] }
  const [view] = viewDefinitions([definition], { person: makePerson({ score: { value: 20, system: 'x' }, source: 'Fair' }), profile: {}, touches: [], vocabulary: defaultPlaybook, now })
  expect(view && toEvidence(view)).toEqual({ id: 'mql', version: 4, met: ['a'], notMet: ['c'] })
  expect(verdictEvent.parse(makeVerdict(1))).toEqual(makeVerdict(1))
})
