import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { AppError } from '@/lib/domain/errors'
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

describe('sums that are not there yet', () => {
  it('keep nobody waiting: suggestions are made without them, and whoever got such is told once they are there', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const stores = await boot(createMachine())
    await stores.ledger.append([judged(1, '1', ['a', now], ['b', now + 1])], [])
    let [busy, told] = [0, 0]
    const history = createTeamHistory({ ...stores, past: { assets: () => promise.then(stores.past.assets), around: (items) => promise.then(() => stores.past.around(items)) } }, { sleep: async () => undefined, busy: () => (busy += 1), late: () => (told += 1) })
    for (const _ of [1, 2]) expect((await history.counts(['a'])).follows.get('a')).toBeUndefined()
    expect([busy, told]).toEqual([1, 0])
    resolve()
    await expect.poll(() => told).toBe(1)
    expect((await history.counts(['a'])).seen?.get('a')).toBe(1)
  })

  it('F34 are done without where a full disk takes none, and looked for again the next time', async () => {
    const stores = await boot(createMachine())
    await stores.ledger.append([judged(1, '1', ['a', now], ['b', now + 1])], [])
    let isFull = true
    const full = async () => { if (isFull) throw new AppError('storage-full') }
    const history = createTeamHistory({ ...stores, past: { assets: () => full().then(stores.past.assets), around: (items) => full().then(() => stores.past.around(items)) } })
    expect((await history.counts(['a'])).past?.size).toBe(0)
    isFull = false
    expect((await history.counts(['a'])).past?.size).toBe(2)
  })
})
