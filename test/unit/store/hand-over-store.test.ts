import { describe, expect, it } from 'vitest'
import type { HandOverRule } from '@/lib/domain/hand-over'
import type { HandOverUpdate } from '@/lib/domain/hand-over-ports'
import { orgKey } from '@/lib/domain/record-ref'
import { exported } from '../../fixtures/store/exported'
import { lead } from '../../fixtures/store/events'
import { boot, createMachine } from '../../fixtures/store/machine'

const { crm, org } = lead(1)
const key = orgKey({ crm, org })
const rule = (version = 1): HandOverRule => ({ crm, org, version, setAt: 1, since: 0, way: { by: 'lead-status', statuses: ['Working'] }, mql: [], sql: [] })
const found = (n: number, at: number, precision: 'moment' | 'day' | 'unknown' = 'moment') => ({ ref: lead(n), at, precision })
const page = (entries: ReturnType<typeof found>[], more = false, cursor = 'c') => ({ found: entries, cursor, more, lacks: [] })
const read = (n: number, readAt: number, extra: Partial<HandOverUpdate> = {}): HandOverUpdate => ({ ref: lead(n), readAt, campaigns: [], same: [], unknown: [], ...extra })

async function begin(machine = createMachine()) {
  const stores = await boot(machine)
  await stores.handOvers.setRule(rule())
  return stores
}

describe('hand-overs', () => {
  it('keep a page and its cursor together, and of a lead the earlier moment', async () => {
    const { handOvers } = await begin()
    expect(await handOvers.merge(rule(), page([found(1, 20), found(2, 30), found(1, 25)], true), 100)).toBe(2)
    expect(await handOvers.state(key)).toEqual({ cursor: 'c', readAt: 100, more: true, completeAt: undefined, lacks: [] })
    expect(await handOvers.merge(rule(), page([found(1, 50), found(2, 10, 'day')], false, 'd'), 200)).toBe(0)
    expect(await handOvers.state(key)).toMatchObject({ cursor: 'd', completeAt: 200 })
    const rows = await handOvers.all()
    expect(rows.map(({ ref, at, precision }) => [ref.id, at, precision])).toEqual([[lead(1).id, 20, 'moment'], [lead(2).id, 10, 'day']])
    expect(rows[0]?.unknown).toEqual(['follow-up', 'campaigns', 'stages', 'outcome'])
    expect(await handOvers.count(key)).toBe(2)
  })

  it('take a moment from history over one that was only a bound', async () => {
    const { handOvers } = await begin()
    await handOvers.merge(rule(), page([found(1, 5, 'unknown'), found(2, 50, 'moment'), found(3, 5, 'unknown')]), 10)
    await handOvers.merge(rule(), page([found(1, 40, 'moment'), found(2, 5, 'unknown'), found(3, 90, 'day')]), 20)
    expect((await handOvers.all()).map(({ at, precision }) => [at, precision])).toEqual([[40, 'moment'], [50, 'moment'], [5, 'unknown']])
  })

  it('are read again longest ago first, until their outcome is final', async () => {
    const { handOvers } = await begin()
    await handOvers.merge(rule(), page([found(1, 1), found(2, 2), found(3, 3)]), 10)
    await handOvers.update(rule(), [read(1, 50), read(2, 40), read(3, 30, { outcome: { id: 'o', result: 'won' } })], [{ part: 'outcome', need: 'x' }], 60)
    expect((await handOvers.due(key, 100, 9)).map(({ ref }) => ref.id)).toEqual([lead(2).id, lead(1).id])
    expect(await handOvers.countDue(key, 50)).toBe(1)
    expect((await handOvers.state(key))?.lacks).toEqual([{ part: 'outcome', need: 'x' }])
    // Found again, it stays as it was read.
    await handOvers.merge(rule(), page([found(3, 3)]), 70)
    expect((await handOvers.byKeys([(await handOvers.all())[2]?.key ?? '']))[0]).toMatchObject({ outcome: { result: 'won' } })
    expect((await handOvers.state(key))?.lacks).toEqual([])
  })

  it('are forgotten with their rule, and what was read for an older one is ignored', async () => {
    const { handOvers } = await begin()
    await handOvers.merge(rule(), page([found(1, 1)]), 10)
    await handOvers.setRule(rule(2))
    expect([await handOvers.all(), await handOvers.state(key)]).toEqual([[], undefined])
    expect(await handOvers.merge(rule(1), page([found(1, 1)]), 20)).toBe(0)
    await handOvers.update(rule(1), [read(1, 20)], [], 20)
    expect(await handOvers.all()).toEqual([])
  })

  it('of a list view stay away once they are expired or erased, on a restored copy too, and come back with another rule unless erased', async () => {
    const machine = createMachine()
    const view = (version: number): HandOverRule => ({ ...rule(version), way: { by: 'list-view', view: { id: 'v', label: 'V' } } })
    const inIt = page([1, 2, 3].map((n) => found(n, 9_000_000_000, 'day')))
    const ids = async ({ handOvers }: Awaited<ReturnType<typeof boot>>) => (await handOvers.all()).map(({ ref }) => ref.id)
    const stores = await boot(machine)
    await stores.handOvers.setRule(view(1))
    await stores.handOvers.merge(view(1), page([found(1, 5, 'unknown'), found(2, 90), found(3, 90)]), 100)
    await stores.handOvers.purge(50)
    await stores.eraser.person([lead(2)])
    expect(await stores.handOvers.merge(view(1), inIt, 200)).toBe(0)
    expect(await ids(stores)).toEqual([lead(3).id])
    const other = await boot(createMachine())
    const lines = await exported(stores.backup)
    expect(lines).not.toContain(lead(2).id)
    await other.backup.restore(lines, false)
    await other.handOvers.merge(view(1), inIt, 200)
    expect(await ids(other)).toEqual([lead(3).id])
    await stores.handOvers.setRule(view(2))
    await stores.handOvers.merge(view(2), inIt, 300)
    expect(await ids(stores)).toEqual([lead(1).id, lead(3).id])
    await stores.handOvers.forget(key)
    await stores.handOvers.setRule(view(3))
    await stores.handOvers.merge(view(3), inIt, 400)
    expect(await ids(stores)).toEqual([lead(1).id, lead(2).id, lead(3).id])
  })

  it('of another way come back after an erasure only with what happened since', async () => {
    const machine = createMachine()
    const { handOvers, eraser } = await begin(machine)
    const erasedAt = machine.clock.now()
    await handOvers.merge(rule(), page([found(1, 5), found(2, 5)]), 10)
    await eraser.person([lead(1), lead(2)])
    await handOvers.merge(rule(), page([found(1, 5), found(2, erasedAt + 1)]), 20)
    expect((await handOvers.all()).map(({ ref }) => ref.id)).toEqual([lead(2).id])
  })

  it('go page by page', async () => {
    const { handOvers } = await begin()
    await handOvers.merge(rule(), page([1, 2, 3].map((n) => found(n, n))), 10)
    const first = await handOvers.page(undefined, 2)
    expect(first.rows).toHaveLength(2)
    expect((await handOvers.page(first.next, 2)).rows.map(({ ref }) => ref.id)).toEqual([lead(3).id])
  })

  it('go with the person, the connection and their time; an export has rule and leads', async () => {
    const { handOvers, eraser, backup, housekeeping } = await begin()
    await handOvers.merge(rule(), page([found(1, 1), found(2, 2), found(3, 9_000_000)]), 10)
    await eraser.person([lead(1)])
    expect((await handOvers.all()).map(({ ref }) => ref.id)).toEqual([lead(2).id, lead(3).id])
    await housekeeping.run(8_000_000 + 86_400_000, 1)
    expect((await handOvers.all()).map(({ ref }) => ref.id)).toEqual([lead(3).id])
    const other = await boot(createMachine())
    await other.backup.restore(await exported(backup), false)
    expect([await other.handOvers.rules(), await other.handOvers.all(), await other.handOvers.state(key)]).toEqual([[rule()], await handOvers.all(), await handOvers.state(key)])
    await eraser.connection(key)
    expect([await handOvers.rules(), await handOvers.all()]).toEqual([[], []])
  })
})
