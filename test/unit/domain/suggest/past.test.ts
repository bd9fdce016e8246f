import { describe, expect, it } from 'vitest'
import { recordKey } from '@/lib/domain/record-ref'
import { createFollowCounter } from '@/lib/domain/suggest/follow-counts'
import { countPast, differingItems, perPerson } from '@/lib/domain/suggest/past'
import { createRandom } from '../../../fixtures/store/random'
import { makeVerdict, now, ref } from '../make'

const known = (id: string) => ({ key: `https://www.example.com/${id}`, assetId: id, title: id, count: 1 })
const page = (id: string) => ({ key: id, title: id, count: 1 })
const judged = (number: number, person: string, stories: (ReturnType<typeof page> & { last: number })[]) => (
  makeVerdict(number, { ref: { ...ref, id: person }, evidence: { playbook: '1', campaigns: [], digest: '', stories } })
)

describe('what the ledger says of what people consumed', () => {
  it('is what the counter of all of them says, to a thousandth of each person', () => {
    const random = createRandom(3)
    const counter = createFollowCounter()
    const events = Array.from({ length: 60 }, (_, person) => {
      const stories = Array.from({ length: 12 }, (_unused, n) => ({ ...(n < 8 ? known(`a${n}`) : page(`p${n}`)), last: random.upTo(6) })).filter(() => random.chance(0.5))
      const event = judged(person + 1, String(person), stories)
      for (const { key, last, ...story } of stories) counter.consumed(recordKey(event.ref), 'assetId' in story ? String(story.assetId) : key, last)
      return event
    })
    const past = countPast(events)
    expect(past.size).toBe(12)
    for (const [item, { people, next }] of past) {
      expect(people).toBe(counter.seen.get(item))
      const expected = new Map([...counter.follows.get(item) ?? []].filter(([other]) => other.startsWith('a')))
      expect([...next.keys()].sort()).toEqual([...expected.keys()].sort())
      for (const [other, count] of next) expect(Math.abs(count / perPerson - (expected.get(other) ?? 0))).toBeLessThan(people * 0.5 / perPerson + 1e-9)
    }
  })

  it('counts no page as something to go on to, but what was consumed around it', () => {
    const past = countPast([judged(1, '1', [{ ...page('p'), last: now }, { ...known('a'), last: now + 1 }])])
    expect([past.get('a')?.asset, past.get('a')?.next, past.get('p')?.asset, past.get('p')?.next]).toEqual([true, new Map(), false, new Map([['a', perPerson]])])
  })

  it('tells what differs between two sums, and nothing else', () => {
    const [one, two] = [judged(1, '1', [{ ...known('a'), last: 1 }, { ...known('b'), last: 2 }]), judged(2, '2', [{ ...known('b'), last: 1 }, { ...page('c'), last: 2 }])]
    expect(differingItems(countPast([one, two]), countPast([two, one]))).toEqual([])
    expect(differingItems(countPast([one]), countPast([one, two])).sort()).toEqual(['b', 'c'])
    expect(differingItems(countPast([one]), countPast([]))).toEqual(['a', 'b'])
  })
})
