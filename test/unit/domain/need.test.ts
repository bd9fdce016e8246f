import { describe, expect, it } from 'vitest'
import { answersFor, toNotice } from '@/lib/domain/answers'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { needsOf, type RequestEvent } from '@/lib/domain/need'
import type { RequestAnswer } from '@/lib/domain/request-answer'
import { sameWords } from '@/lib/search/same-words'
import { day, eventId, makeAsset, now, ref, rep } from './make'

const ask = (number: number, query: string, over: Partial<RequestEvent> = {}): RequestEvent => ({ type: 'request', id: eventId(number), at: now - number * day, ref, rep, query, ...over })
const answerTo = (numbers: number[], over: Partial<RequestAnswer> = {}): RequestAnswer => ({ kind: 'request-answer', id: 'answer', version: 1, updatedAt: now - day, requestIds: numbers.map(eventId), assetId: 'guide', ...over })

describe('words of a need', () => {
  it.each([
    ['GDPR questionnaires', 'the gdpr questionnaire'], ['case study for food', 'food case studies'], ['Broschüre Preise', 'preise, broschüren'], ['price price list', 'price lists'],
  ])('are the same in "%s" and "%s"', (a, b) => expect(sameWords(a)).toBe(sameWords(b)))

  it.each([['gdpr questionnaire', 'gdpr'], ['pricing', 'prices in food']])('differ in "%s" and "%s"', (a, b) => expect(sameWords(a)).not.toBe(sameWords(b)))

  it('are all of them where all are stop words', () => expect(sameWords('who we are')).not.toBe(''))
})

describe('needs', () => {
  it('merge requests of the same words, stage and industry, and no others', () => {
    const needs = needsOf([
      ask(1, 'GDPR questionnaire', { stage: 'mql', industry: 'food', persona: 'it' }), ask(2, 'gdpr questionnaires', { stage: 'mql', industry: 'food', persona: 'legal' }),
      ask(3, 'gdpr questionnaire', { stage: 'mql', industry: 'retail' }), ask(4, 'gdpr questionnaire', { stage: 'sql', industry: 'food' }),
    ], [], sameWords)
    expect(needs.map(({ count, query, stage, industry, personas }) => [count, query, stage, industry, personas])).toEqual([
      [2, 'GDPR questionnaire', 'mql', 'food', ['legal', 'it']], [1, 'gdpr questionnaire', 'mql', 'retail', []], [1, 'gdpr questionnaire', 'sql', 'food', []],
    ])
    expect([needs[0]?.first, needs[0]?.last]).toEqual([now - 2 * day, now - day])
  })

  it('name nobody', () => expect(JSON.stringify(needsOf([ask(1, 'gdpr')], [], sameWords))).not.toContain(rep.name))

  it('stay open until every request is answered, and open again with the next one', () => {
    const requests = [ask(1, 'gdpr'), ask(2, 'gdpr')]
    expect(needsOf(requests, [answerTo([2])], sameWords)[0]).toMatchObject({ openIds: [eventId(1)], answers: [{ assetId: 'guide', at: now - day }] })
    expect(needsOf(requests, [answerTo([1, 2])], sameWords)[0]?.openIds).toEqual([])
  })

  it('stand with what is open and asked for most often first', () => {
    const needs = needsOf([ask(1, 'one'), ask(2, 'two'), ask(3, 'two'), ask(4, 'three'), ask(5, 'three'), ask(6, 'three')], [answerTo([4, 5, 6])], sameWords)
    expect(needs.map(({ query }) => query)).toEqual(['two', 'one', 'three'])
  })
})

describe('answers that come back', () => {
  const guide = makeAsset()
  const about = { assets: new Map([['guide', guide]]), dismissed: new Set<string>(), now }
  const found = (events: LedgerEvent[], answers = [answerTo([3])], over: Partial<typeof about> = {}) => answersFor(events, answers, { ...about, ...over })

  it('say what was asked, and lead to the asset', () => {
    const [answered] = found([ask(3, 'gdpr')])
    expect(answered && toNotice(answered)).toEqual({ id: `answer:answer:1:${eventId(3)}`, kind: 'answer', sentence: { id: 'notice.answer', values: ['gdpr', 'The guide'] }, opens: { what: 'asset', id: 'guide' } })
  })

  it('pass on what marketing added', () => {
    const [answered] = found([ask(3, 'gdpr')], [answerTo([3], { note: 'See page 4' })])
    expect(answered && toNotice(answered).sentence).toEqual({ id: 'notice.answer_note', values: ['gdpr', 'The guide', 'See page 4'] })
  })

  const send: LedgerEvent = { type: 'send', id: eventId(9), at: now, ref, rep, assetId: 'guide', assetVersion: 1, title: 'The guide', channel: 'copy' }
  it.each<[string, () => unknown[]]>([
    ['put away', () => found([ask(3, 'gdpr')], undefined, { dismissed: new Set([`answer:answer:1:${eventId(3)}`]) })],
    ['sent since', () => found([ask(3, 'gdpr'), send])],
    ['of an asset that is gone', () => found([ask(3, 'gdpr')], undefined, { assets: new Map() })],
    ['of an asset archived since', () => found([ask(3, 'gdpr')], undefined, { assets: new Map([['guide', { ...guide, status: 'archived' as const }]]) })],
    ['older than a month', () => found([ask(3, 'gdpr')], [answerTo([3], { updatedAt: now - 31 * day })])],
    ['to others', () => found([ask(4, 'gdpr')])],
  ])('are silent when %s', (_, answers) => expect(answers()).toEqual([]))
})
