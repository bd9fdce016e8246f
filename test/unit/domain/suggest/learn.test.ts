import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { addLearned, learnedDifference, nothingLearned } from '@/lib/domain/learned'
import { learnFrom, type LearnInput } from '@/lib/domain/suggest/learn'
import type { Touch } from '@/lib/domain/touch'
import { day, eventId, makeStory, makeTouch, now, ref, rep } from '../make'
import { makeSend } from './input'

const asset = (id: string, daysAgo: number, over: Partial<Touch> = {}) => {
  const touch = makeTouch({ at: now - daysAgo * day, assetId: id, contentKey: id, ...over })
  return makeStory([touch], { assetId: id })
}
const input = (over: Partial<LearnInput> = {}): LearnInput => ({ stories: [], touches: [], events: [], ...over })
const sent = (number: number, assetId: string, daysAgo: number): LedgerEvent[] => [
  makeSend(number, assetId, ref, now - daysAgo * day),
  { type: 'send-outcome', id: eventId(number + 900), at: now - daysAgo * day, ref, rep, sendId: eventId(number), outcome: 'sent', by: 'rep' },
]
const reply = (daysAgo: number, over: Partial<Touch> = {}) => makeTouch({ kind: 'email-reply', at: now - daysAgo * day, contentKey: 'mail', ...over })

describe('what the touches of one person teach', () => {
  it('is what was consumed after what, after counting more than before', () => {
    const learned = learnFrom(input({ stories: [asset('a', 9), asset('b', 5)] }), now)
    expect([learned.get('a')?.people, learned.get('a')?.next['b']]).toEqual([1, 1])
    expect(learned.get('b')?.next['a']).toBeLessThan(1)
  })

  it.each<[string, Partial<Touch>]>([['a machine', { agent: { by: 'machine', cause: 'bot' } }], ['nobody knows who', { agent: { by: 'unknown', cause: 'none' } }]])('is nothing where %s did it', (_, over) => {
    expect(learnFrom(input({ stories: [asset('a', 9, over), asset('b', 5)] }), now).get('a')).toBeUndefined()
  })

  it('holds no titles of mails, and addresses only as what something followed', () => {
    const [mail, page] = [makeStory([makeTouch({ contentKey: 'title:lunch with marta' })]), makeStory([makeTouch({ contentKey: 'https://example.com/prices' })])]
    const learned = learnFrom(input({ stories: [mail, page, asset('a', 9)] }), now)
    expect([...learned.keys()].sort()).toEqual(['a', 'https://example.com/prices'])
    expect(learned.get('a')?.next).toEqual({})
  })

  it.each<[string, LedgerEvent[], Touch[], [got: number, opened: number, replied: number]]>([
    ['opened', sent(1, 'a', 5), [makeTouch({ assetId: 'a', at: now - 4 * day })], [1, 1, 0]],
    ['answered', sent(1, 'a', 5), [reply(4)], [1, 0, 1]],
    ['opened by a machine only', sent(1, 'a', 5), [makeTouch({ assetId: 'a', at: now - 4 * day, agent: { by: 'machine', cause: 'bot' } })], [1, 0, 0]],
    ['answered too late to be an answer to it', sent(1, 'a', 30), [reply(2)], [1, 0, 0]],
    ['left alone for a day', sent(1, 'a', 2), [], [1, 0, 0]],
    ['sent an hour ago', sent(1, 'a', 1 / 24), [], [0, 0, 0]],
    ['never known to be sent', [makeSend(1, 'a', ref, now - 5 * day)], [reply(4)], [0, 0, 0]],
    ['sent twice, one person', [...sent(1, 'a', 5), ...sent(2, 'a', 3)], [reply(2)], [1, 0, 1]],
  ])('counts an asset that was %s', (_, events, touches, [got, opened, replied]) => {
    const item = learnFrom(input({ events, touches }), now).get('a') ?? nothingLearned('a')
    expect([item.got, item.opened, item.replied]).toEqual([got, opened, replied])
  })

  it('gives an answer to the last send before it', () => {
    const learned = learnFrom(input({ events: [...sent(1, 'a', 6), ...sent(2, 'b', 4)], touches: [reply(3)] }), now)
    expect([learned.get('a')?.replied, learned.get('b')?.replied]).toEqual([0, 1])
  })

  it('looks no further than the moment asked for, so that the difference of two moments is what is new', () => {
    const facts = input({ stories: [asset('a', 9), asset('b', 5), asset('c', 1)] })
    const [before, after] = [learnFrom(facts, now - 3 * day), learnFrom(facts, now)]
    expect([...before.keys()]).toEqual(['a', 'b'])
    const summed = new Map(before)
    for (const change of learnedDifference(after, before)) summed.set(change.item, addLearned(summed.get(change.item) ?? nothingLearned(change.item), change))
    for (const [item, counts] of after) {
      for (const [other, count] of Object.entries(counts.next)) expect(summed.get(item)?.next[other]).toBeCloseTo(count, 9)
      expect(summed.get(item)?.people).toBe(1)
    }
  })
})
