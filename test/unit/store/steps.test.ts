import { readdirSync, readFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { cacheSteps, durableSteps } from '@/lib/store/steps'
import { exported } from '../../fixtures/store/exported'
import cacheDump from '../../fixtures/store/cache-1.json'
import durableDump from '../../fixtures/store/durable-1.json'
import todaysShape from '../../fixtures/store/durable-3.json'
import { dumpDatabase, loadDatabase, wait, type DatabaseDump } from '../../fixtures/store/dump'
import { readSheet } from '@/lib/domain/review/sheet'
import { eventId, lead, rowFor, verdict } from '../../fixtures/store/events'
import { artificialStep, throwingStep } from '../../fixtures/store/later-steps'
import { boot, createMachine } from '../../fixtures/store/machine'
import type { Machine } from '../../fixtures/store/machine'
import { snapshot } from '../../fixtures/store/filled'

const folder = new URL('../../../lib/store/steps/', import.meta.url)
const later = { durable: [...durableSteps, artificialStep] }

describe('steps', () => {
  let machine: Machine
  beforeEach(async () => {
    machine = createMachine()
    await loadDatabase(machine.indexedDB, durableDump)
    await loadDatabase(machine.indexedDB, cacheDump)
  })

  it('import nothing that lives', () => {
    const files = readdirSync(folder).filter((file) => file !== 'index.ts')
    expect(files).toHaveLength(durableSteps.length + cacheSteps.length)
    for (const file of files) {
      const imports = readFileSync(new URL(file, folder), 'utf8').split('\n').filter((line) => line.startsWith('import'))
      expect(imports).toEqual(["import type { Step } from '../step'"])
    }
  })

  it('make today\'s database out of nothing just as they always did', async () => {
    const fresh = createMachine()
    const stores = await boot(fresh)
    stores.close()
    const shape = ({ version, stores: all }: DatabaseDump) => (
      { version, stores: Object.fromEntries(Object.entries(all).map(([name, { rows: _, ...own }]) => [name, own])) }
    )
    expect(shape(await dumpDatabase(fresh.indexedDB, 'leadside'))).toEqual(shape(todaysShape))
    expect(shape(await dumpDatabase(fresh.indexedDB, 'leadside-cache'))).toEqual(shape(cacheDump))
  })

  it('bring every example of version 1 to what is read today', async () => {
    const { problem, ledger, outbox, assets, playbooks, marks, team, feedback, warnings, snapshots } = await boot(machine)
    expect(problem).toBeUndefined()
    expect((await ledger.all(['verdict', 'verdict-withdrawn'])).map(({ id }) => id)).toEqual([1, 2, 3, 4].map(eventId))
    expect((await outbox.open()).map(({ eventId: id }) => id)).toEqual([eventId(1)])
    expect((await assets.all()).map(({ id }) => id)).toEqual(['a1', 'a2'])
    expect((await playbooks.current())?.version).toBe('1')
    expect(await marks.all('dismissed')).toEqual(new Set([`return:${lead(1).id}`]))
    expect(await team.events()).toHaveLength(1)
    expect((await feedback.page({ limit: 9 })).entries.map(({ id }) => id)).toEqual([5, 2, 1].map(eventId))
    // Version 1 kept sums where today the day is packed: it is packed when it is first read.
    for (const _ of [1, 2]) expect((await feedback.sheets()).sheets.flatMap((sheet) => readSheet(sheet)).map(({ id }) => id)).toEqual([5, 2, 1].map(eventId))
    expect(await warnings.all()).toMatchObject([{ id: 'w' }])
    expect((await snapshots.get(lead(1)))?.person.name).toBe(snapshot(1).person.name)
  })

  it('run the later steps on old data', async () => {
    const { problem, ledger, assets, close } = await boot(machine, { steps: later })
    expect(problem).toBeUndefined()
    expect(await ledger.count()).toBe(4)
    expect(await assets.all()).toHaveLength(2)
    close()
    const dump = await dumpDatabase(machine.indexedDB, 'leadside')
    expect(dump.version).toBe(40)
    expect(Object.keys(dump.stores)).not.toContain('stagedAssets')
    expect(dump.stores['events']?.rows).toMatchObject([1, 2, 3, 4].map(() => ({ system: 'salesforce' })))
  })

  it('let the release before read what the later one wrote', async () => {
    const after = await boot(machine, { steps: later })
    await after.ledger.append([verdict(7)], [rowFor(verdict(7))])
    after.close()
    const before = await boot(machine)
    expect(before.problem).toBeUndefined()
    expect(await before.ledger.byId(eventId(7))).toEqual(verdict(7))
    await before.ledger.append([verdict(8)], [])
    before.close()
    const again = await boot(machine, { steps: later })
    expect(await again.ledger.count()).toBe(6)
  })

  it('F37 keep the old data when one throws half way, say so, and still give everything out', async () => {
    const broken = await boot(machine, { steps: { durable: [...durableSteps, throwingStep] } })
    expect(broken.problem?.kind).toBe('storage-broken')
    await expect(broken.ledger.append([verdict(9)], [])).rejects.toMatchObject({ kind: 'storage-broken' })
    await expect(broken.outbox.lease(0, 1, 1)).rejects.toMatchObject({ kind: 'storage-broken' })
    expect(await broken.warnings.all()).toMatchObject([{ id: 'storage-broken', kind: 'storage-broken' }])
    const ids = (await exported(broken.backup)).trim().split('\n').map((line) => (JSON.parse(line) as { id: string }).id)
    expect(ids).toEqual(expect.arrayContaining(['asset:a1@1', 'asset:a2@1', eventId(1), eventId(2), eventId(3), eventId(4)]))
    broken.close()
    expect((await dumpDatabase(machine.indexedDB, 'leadside')).stores).toEqual(durableDump.stores)
    const repaired = await boot(machine)
    expect(await repaired.ledger.count()).toBe(4)
  })

  it('F36 begin as soon as the version before lets go, which it does at once', async () => {
    const old = await boot(machine)
    const young = await boot(machine, { steps: later })
    expect(young.problem).toBeUndefined()
    await expect(old.ledger.count()).rejects.toMatchObject({ kind: 'storage-broken' })
    expect(await young.ledger.count()).toBe(4)
  })

  it('F36 give up after three seconds where something holds on', async () => {
    const holder = await wait(machine.indexedDB.open('leadside'))
    const young = boot(machine, { steps: later })
    await expect.poll(() => machine.clock.sleeping()).toBeGreaterThan(0)
    machine.clock.advance(3_000)
    const { problem, ledger } = await young
    expect(problem).toMatchObject({ kind: 'storage-broken', detail: 'blocked' })
    await expect(ledger.count()).rejects.toMatchObject({ kind: 'storage-broken' })
    holder.close()
  })

  it('F35 an empty database under an old user says what was lost', async () => {
    const first = await boot(machine)
    await first.ledger.append([verdict(7)], [rowFor(verdict(7))])
    await expect.poll(() => machine.local.values.get('marks')).toMatchObject({ used: true, open: 2 })
    await first.settings.save({ role: 'marketer' })
    first.close()
    machine.indexedDB = new IDBFactory()
    machine.clock.advance(60_000)
    const second = await boot(machine)
    expect(second.problem).toBeUndefined()
    expect(await second.warnings.all()).toMatchObject([{ kind: 'data-lost', detail: '2' }])
    expect((await second.settings.get()).role).toBe('marketer')
    const third = await boot(machine)
    expect(await third.warnings.all()).toHaveLength(1)
  })

  it('F35 a first run and an ordinary start lose nothing', async () => {
    const young = createMachine()
    const first = await boot(young)
    await first.ledger.append([verdict(1)], [])
    first.close()
    expect(await first.warnings.all()).toMatchObject([{ id: 'storage-broken' }])
    expect(await (await boot(young)).warnings.all()).toEqual([])
  })
})
