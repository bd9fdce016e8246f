import { describe, expect, it } from 'vitest'
import { createCache } from '@/lib/store/cache'
import { createDatabase } from '@/lib/store/database'
import { createRecordNames } from '@/lib/store/record-names'
import { createSnapshotStore } from '@/lib/store/snapshot-store'
import { cacheSteps } from '@/lib/store/steps'
import type { CacheDb } from '@/lib/store/rows'
import { lead } from '../../fixtures/store/events'
import { snapshot } from '../../fixtures/store/filled'
import { boot, createMachine } from '../../fixtures/store/machine'

const day = 86_400_000

function small(maxBytes: number) {
  const { indexedDB, clock } = createMachine()
  const db = createDatabase({ name: 'small', steps: cacheSteps, durability: 'relaxed', indexedDB }) as CacheDb
  const cache = createCache(db, clock)
  return { clock, store: createSnapshotStore(cache, createRecordNames(cache, 7 * day), { maxBytes }) }
}

describe('copies of records', () => {
  it('are found by every record that is the same person', async () => {
    const { snapshots } = await boot(createMachine())
    const copy = snapshot(1, { same: [lead(1), lead(7)] })
    await snapshots.put(copy)
    expect(await snapshots.get(lead(1))).toEqual(copy)
    expect(await snapshots.get(lead(7))).toEqual(copy)
    expect(await snapshots.get(lead(2))).toBeUndefined()
  })

  it('S46 are gone after seven days, read or not', async () => {
    const machine = createMachine()
    const { snapshots, housekeeping } = await boot(machine)
    await snapshots.put(snapshot(1, { readAt: machine.clock.now() }))
    machine.clock.advance(7 * day - 1)
    expect(await snapshots.get(lead(1))).toBeDefined()
    machine.clock.advance(1)
    expect(await snapshots.get(lead(1))).toBeUndefined()
    expect(await snapshots.find('person')).toEqual([])
    await housekeeping.run(machine.clock.now(), 365)
    machine.clock.set(machine.clock.now() - day)
    expect(await snapshots.get(lead(1))).toBeUndefined()
    expect(await snapshots.find('person')).toEqual([])
  })

  it('S46 stay within the size cap, oldest out first', async () => {
    const { clock, store } = small(JSON.stringify(snapshot(1)).length * 2)
    for (const n of [1, 2, 3, 4]) await store.put(snapshot(n, { readAt: clock.now() + n }))
    const kept = await Promise.all([1, 2, 3, 4].map(async (n) => (await store.get(lead(n))) !== undefined))
    expect(kept).toEqual([false, false, true, true])
    const strict = small(10)
    await strict.store.put(snapshot(1, { readAt: strict.clock.now() }))
    expect(await strict.store.get(lead(1))).toBeUndefined()
  })

  it('find a person by parts of name, company or address, once', async () => {
    const machine = createMachine()
    const { snapshots } = await boot(machine)
    await snapshots.put(snapshot(1, { readAt: machine.clock.now(), name: 'Ada Lovelace', same: [lead(1), lead(9)] }))
    await snapshots.put(snapshot(2, { readAt: machine.clock.now(), name: 'Bo' }))
    expect((await snapshots.find('LOVE canary')).map(({ name }) => name)).toEqual(['Ada Lovelace'])
    expect((await snapshots.find('p2@')).map(({ ref }) => ref)).toEqual([lead(2)])
    expect(await snapshots.find('  ')).toEqual([])
    expect((await snapshots.names(['salesforce:acme.my.salesforce.com:lead:00Q000000000000009'])).size).toBe(1)
  })
})

describe('answers', () => {
  it('last as long as they were told to, and go with their org', async () => {
    const machine = createMachine()
    const { answers } = await boot(machine)
    await answers.set('describe:acme.my.salesforce.com:Lead', { fields: 3 }, 1_000)
    await answers.set('hubspot:7:owners', [1], 5_000)
    expect(await answers.get('describe:acme.my.salesforce.com:Lead')).toEqual({ fields: 3 })
    await answers.forget('salesforce:acme.my.salesforce.com')
    expect(await answers.get('describe:acme.my.salesforce.com:Lead')).toBeUndefined()
    machine.clock.advance(5_000)
    expect(await answers.get('hubspot:7:owners')).toBeUndefined()
    expect(await answers.purge(machine.clock.now())).toBe(1)
    await answers.remove('absent')
  })
})

describe('pieces', () => {
  it('are read back by set and replaced by id', async () => {
    const { pieces } = await boot(createMachine())
    await pieces.write('search', [{ id: '0', value: 'a' }, { id: '1', value: new Uint8Array([1]) }])
    await pieces.write('search', [{ id: '0', value: 'b' }])
    await pieces.write('search 2', [{ id: '0', value: 'c' }])
    expect(await pieces.read('search')).toEqual([{ id: '0', value: 'b' }, { id: '1', value: new Uint8Array([1]) }])
    await pieces.clear('search')
    expect(await pieces.read('search')).toEqual([])
    expect(await pieces.read('search 2')).toHaveLength(1)
  })
})

describe('a cache that fails', () => {
  it('is empty to read, forgets what is written, and refuses to pretend it erased', async () => {
    const { snapshots, answers, pieces, close } = await boot(createMachine())
    close()
    await snapshots.put(snapshot(1))
    await answers.set('k', 1, 1)
    expect([await snapshots.get(lead(1)), await answers.get('k')]).toEqual([undefined, undefined])
    expect(await pieces.read('search')).toEqual([])
    await expect(snapshots.forget('salesforce:x')).rejects.toMatchObject({ kind: 'storage-broken' })
  })

  it('is begun anew where it cannot be opened', async () => {
    const machine = createMachine()
    const first = await boot(machine)
    first.close()
    const broken = { version: 2, stores: {}, upgrade: () => Promise.reject(new Error('cannot')) }
    const second = await boot(machine, { steps: { cache: [...cacheSteps, broken] } })
    await second.snapshots.put(snapshot(1, { readAt: machine.clock.now() }))
    expect(await second.snapshots.get(lead(1))).toBeDefined()
  })
})
