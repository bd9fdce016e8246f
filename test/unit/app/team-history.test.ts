import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { createTeamHistory } from '@/lib/app/team-history'
import { boot, createMachine } from '../../fixtures/store/machine'
import { eventId, makeVerdict, now, ref } from '../domain/make'

const judged = (number: number, person: string, ...items: [key: string, last: number][]): LedgerEvent => makeVerdict(number, {
  ref: { ...ref, id: person }, evidence: { playbook: '1', campaigns: [], digest: '', stories: items.map(([key, last]) => ({ key, assetId: key, title: key, count: 1, last })) },
})

async function begin() {
  const stores = await boot(createMachine())
  const reads = { ledger: 0, past: 0 }
  const history = createTeamHistory({
    ...stores,
    ledger: { ...stores.ledger, all: async (types) => (reads.ledger += 1, stores.ledger.all(types)) },
    past: { ...stores.past, assets: async () => (reads.past += 1, stores.past.assets()) },
  })
  return { ...stores, history, reads }
}

describe('team history', () => {
  it('counts what judged people consumed, own and others, each event once', async () => {
    const { history, ledger, team } = await begin()
    const shared = judged(1, '1', ['a', now], ['b', now + 1])
    await ledger.append([shared], [])
    await team.mergeEvents([shared, judged(2, '2', ['a', now], ['c', now + 1])])
    const { follows, seen } = await history.counts(['a', 'c'])
    expect((await history.events()).length).toBe(2)
    expect(follows.get('a')).toEqual(new Map([['b', 1], ['c', 1]]))
    expect([seen?.get('a'), seen?.get('nothing'), follows.get('c')?.get('b')]).toEqual([2, undefined, undefined])
  })

  it('takes up what was appended without reading the ledger again', async () => {
    const { history, ledger, reads } = await begin()
    await history.counts()
    await history.events()
    const appended = [judged(3, '3', ['a', now], ['b', now + 1]), { id: eventId(4), at: now, ref, rep: { id: 'u', name: 'U', verified: true }, type: 'opened' as const }]
    await ledger.append(appended, [])
    history.changed(appended)
    expect([(await history.events()).length, (await history.counts(['a'])).follows.get('a')?.get('b'), reads.ledger]).toEqual([1, 1, 1])
  })

  it('reads only events of the types asked for, each once', async () => {
    const { history, ledger, team } = await begin()
    const request = { type: 'request' as const, id: eventId(8), at: now, ref, rep: { id: 'u', name: 'U', verified: true }, query: 'gdpr' }
    await ledger.append([request, judged(9, '9')], [])
    await team.mergeEvents([{ ...request, id: eventId(10) }, judged(11, '9')])
    expect((await history.of(['request'])).map(({ id }) => id)).toEqual([eventId(8), eventId(10)])
  })

  it('reads nothing again because a record was opened', async () => {
    const { history, ledger, reads } = await begin()
    await history.counts()
    const opened = [{ id: eventId(4), at: now, ref, rep: { id: 'u', name: 'U', verified: true }, type: 'opened' as const }]
    await ledger.append(opened, [])
    history.changed(opened)
    await history.counts()
    expect(reads).toEqual({ ledger: 0, past: 1 })
  })

  it('reads everything anew when told that something unnamed changed', async () => {
    const { history, ledger } = await begin()
    await history.events()
    await ledger.append([judged(5, '5', ['a', now], ['b', now])], [])
    history.changed()
    expect((await history.events()).length).toBe(1)
  })
})
