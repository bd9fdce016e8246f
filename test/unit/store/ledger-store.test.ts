import { describe, expect, it, vi } from 'vitest'
import { IDBDatabase } from 'fake-indexeddb'
import { eventId, lead, rowFor, verdict, withdrawal } from '../../fixtures/store/events'
import { boot, createMachine } from '../../fixtures/store/machine'

const send = (n: number) => ({
  type: 'send' as const, id: eventId(n), at: n * 1_000, ref: lead(1), rep: verdict(1).rep, assetId: 'a', assetVersion: 1, title: 'Guide', channel: 'copy' as const,
})

describe('ledger', () => {
  it('keeps events with their deliveries and finds them by record, id and type', async () => {
    const { ledger, outbox } = await boot(createMachine())
    const [first, other] = [verdict(2), verdict(3, { ref: lead(2) })]
    await ledger.append([send(1), first, other], [rowFor(first)])
    expect((await ledger.forRecord(['salesforce:acme.my.salesforce.com:lead:00Q000000000000001'])).map(({ id }) => id)).toEqual([eventId(1), first.id])
    expect(await ledger.byId(other.id)).toEqual(other)
    expect(await ledger.byId(eventId(9))).toBeUndefined()
    expect((await ledger.all(['verdict'])).map(({ id }) => id)).toEqual([first.id, other.id])
    expect((await outbox.open()).map(({ id }) => id)).toEqual([`${first.id}:crm:verdict`])
  })

  it('F15 makes one row of three clicks with the same id', async () => {
    const { ledger, outbox } = await boot(createMachine())
    const event = verdict(1)
    await Promise.all([1, 2, 3].map(() => ledger.append([event], [rowFor(event)])))
    expect(await ledger.count()).toBe(1)
    expect(await outbox.open()).toHaveLength(1)
  })

  it('writes an event and its delivery together or not at all', async () => {
    const { ledger, outbox } = await boot(createMachine())
    const event = verdict(1)
    const unclonable = { ...rowFor(event), lease: (() => undefined) as never }
    await expect(ledger.append([event], [unclonable])).rejects.toThrow()
    expect(await ledger.count()).toBe(0)
    expect(await outbox.open()).toEqual([])
  })

  it('F39 has the row on the disk before the click is acknowledged', async () => {
    const machine = createMachine()
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const { ledger } = await boot(machine)
    await ledger.append([verdict(1)], [rowFor(verdict(1))])
    const writes = opened.mock.calls.filter(([stores, mode]) => mode === 'readwrite' && [...stores].includes('outbox'))
    expect(writes.length).toBeGreaterThan(0)
    expect(writes.every(([, , options]) => options?.durability === 'strict')).toBe(true)
    const afterKill = await boot(machine)
    expect(await afterKill.ledger.count()).toBe(1)
    expect(await afterKill.outbox.open()).toHaveLength(1)
  })

  it('cancels the delivery of a verdict in the transaction that withdraws it', async () => {
    const { ledger, outbox } = await boot(createMachine())
    const event = verdict(1)
    await ledger.append([event], [rowFor(event), rowFor(event, { task: 'return-task' })])
    await ledger.append([withdrawal(2, event)], [])
    expect(await outbox.open()).toEqual([])
    expect((await outbox.forEvents([event.id])).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
  })

  it('lets a changed value overtake the unsent one and keeps both in history', async () => {
    const { ledger, outbox } = await boot(createMachine())
    const [first, changed] = [verdict(1), verdict(2, { verdict: 'wrong', supersedes: eventId(1) })]
    await ledger.append([first], [rowFor(first), rowFor(first, { target: 'hub', task: 'event' })])
    await ledger.append([changed], [rowFor(changed)])
    expect((await outbox.open()).map(({ id }) => id)).toEqual([`${first.id}:hub:event`, `${changed.id}:crm:verdict`])
    expect(await ledger.all(['verdict'])).toHaveLength(2)
  })

  it('leaves a row that may have been received alone when its verdict is changed', async () => {
    const { ledger, outbox } = await boot(createMachine())
    const [first, changed] = [verdict(1), verdict(2, { supersedes: eventId(1) })]
    await ledger.append([first], [rowFor(first, { state: 'retry', unsure: true })])
    await ledger.append([changed], [rowFor(changed)])
    expect((await outbox.open()).map(({ eventId: id }) => id)).toEqual([first.id, changed.id])
  })

  it('opens a cancelled delivery again only when asked without its event', async () => {
    const { ledger, outbox } = await boot(createMachine())
    const event = verdict(1)
    await ledger.append([event], [rowFor(event)])
    await outbox.cancel(event.id)
    await ledger.append([event], [rowFor(event)])
    expect(await outbox.open()).toEqual([])
    await ledger.append([], [rowFor(event)])
    expect(await outbox.open()).toMatchObject([{ id: `${event.id}:crm:verdict`, state: 'pending', fence: 2 }])
  })

  it('takes events away with everything that came from them', async () => {
    const { ledger, outbox, feedback } = await boot(createMachine())
    const [first, second] = [verdict(1), verdict(2, { supersedes: eventId(1) })]
    await ledger.append([first, second], [rowFor(second)])
    expect(await ledger.remove([second.id, eventId(99)])).toBe(1)
    expect(await outbox.open()).toEqual([])
    expect((await feedback.page({ limit: 10 })).entries).toMatchObject([{ id: first.id, look: 'first' }])
  })
})

describe('reading thousands', () => {
  it('brings every event once, oldest first, also where many share a moment', async () => {
    const { ledger, feedback } = await boot(createMachine())
    const events = Array.from({ length: 3_500 }, (_, n) => verdict(n + 1, { at: n < 2_200 ? 5 : n, ref: lead(n) }))
    await ledger.append([...events.slice(2_000), send(9_999)], [])
    await ledger.append(events.slice(0, 2_000), [])
    const read = await ledger.all(['verdict'])
    expect(read).toHaveLength(3_500)
    expect(new Set(read.map(({ id }) => id)).size).toBe(3_500)
    expect(read.map(({ at }) => at)).toEqual(events.map(({ at }) => at))
    expect(await feedback.count()).toBe(3_500)
  })
})
