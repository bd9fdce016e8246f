import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import type { Clause } from '@/lib/domain/definitions/clause'
import { clauseKind } from '@/lib/domain/definitions/clause'
import { evaluate, fitsAll } from '@/lib/domain/definitions/evaluate'
import type { ClauseInput, ClauseState } from '@/lib/domain/definitions/result'
import { describeProfile } from '@/lib/domain/profile'
import type { Person } from '@/lib/domain/person'
import { day, makePerson, makeTouch, now } from '../make'

const inputOf = (person: Partial<Person>, more: Partial<ClauseInput> = {}): ClauseInput => {
  const whole = makePerson(person)
  return { person: whole, profile: describeProfile(whole, defaultPlaybook), touches: [], vocabulary: defaultPlaybook, now, ...more }
}
const webinar = (id: string, daysAgo: number, by: 'human' | 'machine' | 'unknown' = 'human') =>
  makeTouch({ id, kind: 'webinar-attended', at: now - daysAgo * day, agent: { by, cause: 'deliberate' } })
const storyClause = (over: Partial<Extract<Clause, { kind: 'story' }>> = {}): Clause => ({ id: 'c', kind: 'story', kinds: ['webinar-attended'], atLeast: 1, humanOnly: true, ...over })
const failed = [{ name: 'sf-tasks', state: 'failed' as const, count: 0 }]

const cases: [string, Clause, ClauseInput, ClauseState, string, string[]?][] = [
  ['a persona named', { id: 'c', kind: 'persona', anyOf: ['supply-chain', 'it'] }, inputOf({ title: 'Head of Supply Chain' }), 'met', 'definition.is'],
  ['another persona', { id: 'c', kind: 'persona', anyOf: ['it'] }, inputOf({ title: 'Head of Supply Chain' }), 'not-met', 'definition.is'],
  ['a title nobody mapped', { id: 'c', kind: 'persona', anyOf: ['it'] }, inputOf({ title: 'Chief Happiness' }), 'unknown', 'definition.not_mapped'],
  ['no title', { id: 'c', kind: 'persona', anyOf: ['it'] }, inputOf({}), 'unknown', 'definition.not_known'],
  ['a phrase in the title, whole words', { id: 'c', kind: 'title', anyOf: ['VP', 'head of'] }, inputOf({ title: 'Head of IT' }), 'met', 'definition.is'],
  ['a phrase that is part of a word', { id: 'c', kind: 'title', anyOf: ['it'] }, inputOf({ title: 'Writing coach' }), 'not-met', 'definition.is'],
  ['an industry by its synonym', { id: 'c', kind: 'industry', anyOf: ['food'] }, inputOf({ industry: 'Food & Beverage' }), 'met', 'definition.is'],
  ['an industry nobody mapped', { id: 'c', kind: 'industry', anyOf: ['food'] }, inputOf({ industry: 'Zeppelins' }), 'unknown', 'definition.not_mapped'],
  ['a source, whatever its case', { id: 'c', kind: 'source', anyOf: ['trade show'] }, inputOf({ source: 'Trade-Show' }), 'met', 'definition.is'],
  ['another source', { id: 'c', kind: 'source', anyOf: ['Web'] }, inputOf({ source: 'Web partner' }), 'not-met', 'definition.is'],
  ['a stage by the CRM status', { id: 'c', kind: 'stage', anyOf: ['mql', 'sql'] }, inputOf({ status: 'Marketing Qualified Lead' }), 'met', 'definition.is'],
  ['a status nobody mapped', { id: 'c', kind: 'stage', anyOf: ['mql'] }, inputOf({ status: 'Parked' }), 'unknown', 'definition.not_mapped'],
  ['a country, accents apart', { id: 'c', kind: 'country', anyOf: ['Österreich'] }, inputOf({ country: 'osterreich' }), 'met', 'definition.is'],
  ['no country', { id: 'c', kind: 'country', anyOf: ['Austria'] }, inputOf({}), 'unknown', 'definition.not_known'],
  ['a score of exactly so much', { id: 'c', kind: 'score', atLeast: 50 }, inputOf({ score: { value: 50, system: 'hubspot' } }), 'met', 'definition.is'],
  ['a score just below', { id: 'c', kind: 'score', atLeast: 50 }, inputOf({ score: { value: 49.9, system: 'hubspot' } }), 'not-met', 'definition.is'],
  ['no score', { id: 'c', kind: 'score', atLeast: 50 }, inputOf({}), 'unknown', 'definition.not_known'],
  ['a webinar attended', storyClause(), inputOf({}, { touches: [webinar('w1', 40)] }), 'met', 'definition.seen', ['w1']],
  ['a webinar too long ago', storyClause({ withinDays: 30 }), inputOf({}, { touches: [webinar('w1', 40)] }), 'not-met', 'definition.not_seen', []],
  ['a webinar on the last day that counts', storyClause({ withinDays: 30 }), inputOf({}, { touches: [webinar('w1', 30)] }), 'met', 'definition.seen', ['w1']],
  ['machines where people are asked for', storyClause(), inputOf({}, { touches: [webinar('w1', 1, 'machine'), webinar('w2', 1, 'unknown')] }), 'not-met', 'definition.not_seen', []],
  ['machines where they may count', storyClause({ humanOnly: false }), inputOf({}, { touches: [webinar('w1', 1, 'machine')] }), 'met', 'definition.seen', ['w1']],
  ['too few, with what there is as evidence', storyClause({ atLeast: 2 }), inputOf({}, { touches: [webinar('w1', 1)] }), 'not-met', 'definition.seen', ['w1']],
  ['too few while a source could not be read', storyClause(), inputOf({}, { sources: failed }), 'unknown', 'definition.cannot_see', []],
  ['enough, whatever could not be read', storyClause(), inputOf({}, { touches: [webinar('w1', 1)], sources: failed }), 'met', 'definition.seen', ['w1']],
]

describe('evaluate', () => {
  it.each(cases)('%s', (_name, clause, input, state, found, touchIds = []) => {
    const [result] = evaluate([clause], input)
    expect(result).toMatchObject({ clauseId: 'c', state, touchIds })
    expect(result?.found.id).toBe(found)
  })

  it('has a case of each kind', () => {
    expect(new Set(cases.map(([, { kind }]) => kind))).toEqual(new Set(clauseKind.options))
  })

  it('asks for a story in words that say how many and how lately', () => {
    const [ever, lately] = evaluate([storyClause({ atLeast: 3 }), storyClause({ withinDays: 30, humanOnly: false })], inputOf({}))
    expect(ever?.asks).toEqual({ id: 'definition.story', count: 3, values: [3, { list: [{ say: 'touch.webinar_attended' }] }] })
    expect(lately?.asks).toEqual({ id: 'definition.story_any_within', count: 1, values: [1, { list: [{ say: 'touch.webinar_attended' }] }, { days: 30 }] })
  })

  it('shows a persona by the label the team gave it', () => {
    const vocabulary = { ...defaultPlaybook, personas: [{ id: 'it', label: 'Tech buyer', patterns: ['it'] }] }
    expect(evaluate([{ id: 'c', kind: 'persona', anyOf: ['it', 'gone'] }], inputOf({}, { vocabulary }))[0]?.asks.values).toEqual([{ list: ['Tech buyer', { say: 'persona.gone' }] }])
  })
})

it('an audience takes only whom every clause is known to fit; no clause takes everybody', () => {
  const clauses: Clause[] = [{ id: 'a', kind: 'score', atLeast: 10 }, { id: 'b', kind: 'country', anyOf: ['Austria'] }]
  expect(fitsAll(clauses, inputOf({ score: { value: 20, system: 'x' }, country: 'Austria' }))).toBe(true)
  expect(fitsAll(clauses, inputOf({ score: { value: 20, system: 'x' } }))).toBe(false)
  expect(fitsAll([], inputOf({}))).toBe(true)
})
