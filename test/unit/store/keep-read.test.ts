import Dexie from 'dexie'
import { IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../bench/random'
import { keepRead } from '@/lib/store/keep-read'
import { asset } from '../../fixtures/store/filled'
import { boot, createMachine } from '../../fixtures/store/machine'

const machineWith = async (ids: number[]) => {
  const machine = createMachine()
  const stores = await boot(machine)
  await stores.assets.put(ids.map((id) => asset(id)))
  return { machine, stores, ids: async () => (await stores.assets.all()).map(({ id }) => id) }
}

describe('the library as it was read last', () => {
  it('is the very same list until something is written', async () => {
    const { stores } = await machineWith([1, 2])
    const [first, besides] = await Promise.all([stores.assets.all(), stores.assets.all()])
    expect([besides === first, await stores.assets.all() === first]).toEqual([true, true])
    await stores.marks.add('notice', ['x'], 1)
    expect(await stores.assets.all() === first).toBe(true)
  })

  it('is read anew after every way of writing', async () => {
    const { machine, stores, ids } = await machineWith([1])
    const { assets } = stores
    const ways: [string, () => Promise<unknown>, string[]][] = [
      ['put', () => assets.put([asset(2)]), ['a1', 'a2']],
      ['put again', () => assets.put([asset(2, { title: 'New' })]), ['a1', 'a2']],
      ['remove', () => assets.remove(['a1']), ['a2']],
      ['publish', async () => { await assets.stage('i', [asset(3)], machine.clock.now()); await assets.publish('i') }, ['a2', 'a3']],
      ['everything deleted', () => stores.eraser.everything(), []],
    ]
    for (const [how, write, left] of ways) {
      const before = await assets.all()
      await write()
      expect([how, await ids(), await assets.all() === before]).toEqual([how, left, false])
    }
  })

  it('is brought in line by what is put, in the order it would be read, and holds what a reading would', async () => {
    const machine = createMachine()
    const stores = await boot(machine)
    await stores.assets.put([1, 3, 5].map((id) => asset(id)))
    const first = await stores.assets.all()
    await stores.assets.put([asset(4), asset(3, { title: 'New' }), asset(4, { title: 'Twice' })])
    const second = await stores.assets.all()
    expect([second.map(({ id, title }) => `${id} ${title}`), second[0] === first[0], first.length]).toEqual([
      [`a1 ${asset(1).title}`, 'a3 New', 'a4 Twice', `a5 ${asset(5).title}`], true, 3,
    ])
    stores.close()
    expect(await (await boot(machine)).assets.all()).toEqual(second)
  })

  it.each([1, 2, 3, 4, 5, 6])('is what is stored, however much is written at once (%i)', async (seed) => {
    const random = createRandom(seed)
    const machine = createMachine()
    const stores = await boot(machine)
    const one = () => 1 + Math.floor(random() * 12)
    for (let round = 0; round < 25; round += 1) {
      await Promise.all(Array.from({ length: 1 + Math.floor(random() * 4) }, (_, n) => {
        const pick = random()
        if (pick < 0.5) return stores.assets.put(Array.from({ length: Math.floor(random() * 4) }, () => asset(one(), { title: `${round} ${n} ${random()}` })))
        if (pick < 0.7) return stores.assets.remove([`a${one()}`])
        return stores.assets.all()
      }))
      if (random() < 0.5) await stores.assets.all()
      const stored = (await stores.assets.byIds(Array.from({ length: 12 }, (_, n) => `a${n + 1}`))).toSorted((a, b) => (a.id < b.id ? -1 : 1))
      expect(await stores.assets.all()).toEqual(stored)
    }
  })

  it('asked for while something is being written holds what was written', async () => {
    const { stores, ids } = await machineWith([1])
    await ids()
    const writing = stores.assets.put([asset(2)])
    const [during] = await Promise.all([ids(), writing])
    expect([during.length <= 2, await ids()]).toEqual([true, ['a1', 'a2']])
  })

  it('is not given over a database that was closed, emptied and opened anew', async () => {
    const { indexedDB } = createMachine()
    const db = new Dexie('kept', { indexedDB, IDBKeyRange })
    db.version(1).stores({ assets: 'id' })
    const all = keepRead(db, 'assets', async () => db.table('assets').toArray())
    await db.table('assets').put({ id: 'a1' })
    expect(await all()).toEqual([{ id: 'a1' }])
    db.close({ disableAutoOpen: false })
    const emptied = new Dexie('kept', { indexedDB, IDBKeyRange })
    emptied.version(1).stores({ assets: 'id' })
    await emptied.table('assets').clear()
    emptied.close()
    expect([await db.table('assets').count(), await all()]).toEqual([0, []])
  })

  it('is given by no database that was closed', async () => {
    const { stores } = await machineWith([1])
    await stores.assets.all()
    stores.close()
    await expect(stores.assets.all()).rejects.toMatchObject({ kind: 'storage-broken' })
  })
})
