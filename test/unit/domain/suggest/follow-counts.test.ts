import { describe, expect, it } from 'vitest'
import { createFollowCounter } from '@/lib/domain/suggest/follow-counts'

const rules = { stepDecay: 0.5, backward: 0.25, reach: 2 }
const counted = (events: [person: string, item: string, at: number][]) => {
  const counter = createFollowCounter(rules)
  for (const event of events) counter.consumed(...event)
  return counter
}

describe('follow counts', () => {
  it('counts what comes after more than what came before, and near more than far', () => {
    const { follows } = counted([['p', 'a', 1], ['p', 'b', 2], ['p', 'c', 3]])
    const say = 1 / Math.sqrt(2)
    expect(follows.get('a')).toEqual(new Map([['b', say], ['c', say * 0.5]]))
    expect(follows.get('b')).toEqual(new Map([['c', say], ['a', say * 0.25]]))
  })

  it('takes events in any order, and each item of a person once', () => {
    const sorted = counted([['p', 'a', 1], ['p', 'b', 2], ['p', 'c', 3]])
    const mixed = counted([['p', 'c', 3], ['p', 'a', 1], ['p', 'b', 2], ['p', 'a', 9]])
    for (const item of ['a', 'b', 'c']) expect(mixed.follows.get(item)).toEqual(sorted.follows.get(item))
    expect(mixed.seen.get('a')).toBe(1)
  })

  it('adds up over people, and looks no farther than its reach', () => {
    const { follows, seen } = counted([['p', 'a', 1], ['p', 'b', 2], ['q', 'a', 1], ['q', 'b', 5], ['q', 'c', 6], ['q', 'd', 7]])
    expect(follows.get('a')?.get('b')).toBeCloseTo(1 + 1 / Math.sqrt(2))
    expect(follows.get('a')?.has('d')).toBe(false)
    expect(seen.get('a')).toBe(2)
    expect(follows.get('unheard')).toBeUndefined()
  })

  it('treats items of one moment as equals', () => {
    const { follows } = counted([['p', 'a', 1], ['p', 'b', 1]])
    expect(follows.get('a')?.get('b')).toBe(1)
    expect(follows.get('b')?.get('a')).toBe(1)
  })
})
