import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { createTeamHistory } from '@/lib/app/team-history'
import { eventId, makeVerdict, now, ref } from '../domain/make'

const judged = (number: number, person: string, ...items: [key: string, last: number][]): LedgerEvent => makeVerdict(number, {
  ref: { ...ref, id: person }, evidence: { playbook: '1', campaigns: [], digest: '', stories: items.map(([key, last]) => ({ key, title: key, count: 1, last })) },
})

function source(own: LedgerEvent[], others: LedgerEvent[] = []) {
  const reads = { ledger: 0 }
  const ledger = {
    all: async (types: LedgerEvent['type'][]) => (reads.ledger += 1, own.filter(({ type }) => types.includes(type))), append: async () => undefined, forRecord: async () => [],
    byId: async () => undefined, remove: async () => 0, count: async () => own.length,
  }
  const team = { events: async () => others.filter((event) => event.type === 'verdict'), merge: async () => ({ read: 0, added: 0 }), cursor: async () => undefined, forget: async () => undefined, mergeEvents: async () => 0, forgetHub: async () => undefined }
  return { history: createTeamHistory({ ledger, team }), reads }
}

describe('team history', () => {
  it('counts what judged people consumed, own and others, each event once', async () => {
    const shared = judged(1, '1', ['a', now], ['b', now + 1])
    const { history } = source([shared], [shared, judged(2, '2', ['a', now], ['c', now + 1])])
    const { events, follows, seen } = await history.current()
    expect(events.length).toBe(2)
    expect(follows.get('a')).toEqual(new Map([['b', 1], ['c', 1]]))
    expect(seen?.get('a')).toBe(2)
  })

  it('takes up what was appended without reading again', async () => {
    const { history, reads } = source([])
    await history.current()
    history.changed([judged(3, '3', ['a', now], ['b', now + 1]), { id: eventId(4), at: now, ref, rep: { id: 'u', name: 'U', verified: true }, type: 'opened' }])
    const { events, follows } = await history.current()
    expect([events.length, follows.get('a')?.get('b'), reads.ledger]).toEqual([1, 1, 1])
  })

  it('reads everything anew when told that something unnamed changed', async () => {
    const own: LedgerEvent[] = []
    const { history } = source(own)
    await history.current()
    own.push(judged(5, '5', ['a', now], ['b', now]))
    history.changed()
    expect((await history.current()).events.length).toBe(1)
  })
})
