import { afterEach, describe, expect, it, vi } from 'vitest'
import { exported } from '../../fixtures/store/exported'
import { fillDisk } from '../../fixtures/store/full-disk'
import { lead, rowFor, verdict } from '../../fixtures/store/events'
import { snapshot } from '../../fixtures/store/filled'
import { boot, createMachine } from '../../fixtures/store/machine'

describe('F34 a full disk', () => {
  afterEach(() => vi.restoreAllMocks())

  it('costs the caches first: the click is kept', async () => {
    const machine = createMachine()
    const { ledger, outbox, snapshots } = await boot(machine)
    await snapshots.put(snapshot(1, { readAt: machine.clock.now() }))
    fillDisk(['events', 'outbox', 'verdicts', 'rollups'], () => true)
    await ledger.append([verdict(1)], [rowFor(verdict(1))])
    expect(await ledger.count()).toBe(1)
    expect(await outbox.open()).toHaveLength(1)
    expect(await snapshots.get(lead(1))).toBeUndefined()
  })

  it('costs the caches first in a restore, too, which is one transaction of several stores', async () => {
    const source = await boot(createMachine())
    await source.ledger.append([verdict(1)], [rowFor(verdict(1))])
    const text = await exported(source.backup)
    const { backup, ledger, outbox } = await boot(createMachine())
    fillDisk(['outbox'], () => true)
    await backup.restore(text, false)
    expect([await ledger.count(), (await outbox.open()).length]).toEqual([1, 1])
  })

  it('is told to the person where even that made no room, and nothing is half written', async () => {
    const { ledger, outbox } = await boot(createMachine())
    fillDisk(['outbox'], () => false)
    await expect(ledger.append([verdict(1)], [rowFor(verdict(1))])).rejects.toMatchObject({ kind: 'storage-full' })
    vi.restoreAllMocks()
    expect(await ledger.count()).toBe(0)
    expect(await outbox.open()).toEqual([])
  })

  it('is no reason to fail for a cache', async () => {
    const machine = createMachine()
    const { snapshots } = await boot(machine)
    fillDisk(['snapshots'], () => false)
    await expect(snapshots.put(snapshot(1, { readAt: machine.clock.now() }))).resolves.toBeUndefined()
  })
})
