import { describe, expect, it } from 'vitest'
import type { LearnedItem } from '@/lib/domain/learned'
import { createDatabase } from '@/lib/store/database'
import type { DurableDb } from '@/lib/store/rows'
import { durableSteps } from '@/lib/store/steps'
import { lead, verdict } from '../../fixtures/store/events'
import { recordKey } from '@/lib/domain/record-key'
import { boot, createMachine } from '../../fixtures/store/machine'

const read = (item: string, by = 1): LearnedItem => ({ item, people: by, next: { other: by }, got: 0, opened: 0, replied: 0 })
const key = recordKey(lead(1))

describe('what was learned', () => {
  it('adds up people, and counts nobody twice', async () => {
    const { learned } = await boot(createMachine())
    expect(await learned.count({ key, from: undefined, until: 5 }, [read('a')], 10)).toBe(true)
    expect(await learned.count({ key, from: undefined, until: 6 }, [read('a')], 11)).toBe(false)
    expect(await learned.count({ key: 'another', from: undefined, until: 5 }, [read('a')], 12)).toBe(true)
    expect(await learned.all()).toEqual([{ ...read('a', 2) }])
    expect(await learned.counted(['unknown', key])).toEqual({ key, until: 5 })
  })

  it('takes a person out again, and with the last one the item', async () => {
    const { learned } = await boot(createMachine())
    await learned.count({ key, from: undefined, until: 5 }, [read('a')], 10)
    await learned.count({ key, from: 5, until: undefined }, [read('a', -1)], 11)
    expect([await learned.all(), await learned.counted([key])]).toEqual([[], undefined])
  })

  it('names nobody and forgets who was counted with the person', async () => {
    const { learned, eraser } = await boot(createMachine())
    await learned.count({ key, from: undefined, until: 5 }, [read('a')], 10)
    expect(JSON.stringify(await learned.all())).not.toContain(lead(1).id)
    await eraser.person([lead(1)])
    expect(await learned.counted([key])).toBeUndefined()
  })

  it('keeps what was added to lately', async () => {
    const { learned } = await boot(createMachine())
    await learned.count({ key, from: undefined, until: 5 }, [read('old')], 10)
    await learned.count({ key: 'another', from: undefined, until: 5 }, [read('young')], 30)
    await learned.purge(20)
    expect((await learned.all()).map(({ item }) => item)).toEqual(['young'])
  })
})

describe('searches in vain', () => {
  it('are counted by need, with first and last', async () => {
    const { misses } = await boot(createMachine())
    await misses.count({ key: 'gdpr', query: 'gdpr' }, 10)
    await misses.count({ key: 'gdpr', query: 'GDPR?' }, 20)
    expect(await misses.all()).toEqual([{ key: 'gdpr', query: 'GDPR?', count: 2, first: 10, last: 20 }])
    await misses.purge(21)
    expect(await misses.all()).toEqual([])
  })
})

describe('people counted long ago', () => {
  it('are forgotten, however many, and count again by what their verdicts rest on', async () => {
    const machine = createMachine()
    const { learned, ledger, past } = await boot(machine)
    const keys = Array.from({ length: 270 }, (_, n) => recordKey(lead(n + 1)))
    const db = createDatabase({ name: 'leadside', steps: durableSteps, durability: 'strict', indexedDB: machine.indexedDB }) as DurableDb
    await db.learnedPeople.bulkPut(keys.map((each, n) => ({ key: each, until: 5, at: n < 260 ? 5 : 50 })))
    await ledger.append(keys.map((_, n) => verdict(n + 1, { ref: lead(n + 1) })), [])
    expect(await past.assets()).toEqual([])
    await learned.purge(10)
    expect(await past.assets()).toMatchObject([{ people: 260 }])
    expect((await learned.countedAmong(keys)).length).toBe(10)
  })
})
