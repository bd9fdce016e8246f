import { beforeEach, describe, expect, it } from 'vitest'
import type { LedgerEvent, VerdictEvent } from '@/lib/domain/ledger'
import { leaseMs } from '@/lib/domain/outbox-pick'
import type { OutboxRow } from '@/lib/domain/outbox'
import { eventId, lead, rep, rowFor, verdict, withdrawal } from '../../fixtures/store/events'
import { createFlushBench, createTestLocks } from '../../fixtures/store/flush-bench'

const ids = (calls: { delivery: { event: LedgerEvent } }[]) => calls.map(({ delivery }) => delivery.event.id)

describe('flush', () => {
  let bench: Awaited<ReturnType<typeof createFlushBench>>
  beforeEach(async () => {
    bench = await createFlushBench()
  })
  const give = (event: VerdictEvent, row: Partial<OutboxRow> = {}) => bench.append([event], [rowFor(event, row)])

  it('delivers what is due and says so', async () => {
    await give(verdict(1))
    expect(await bench.createFlusher().flush()).toEqual({ ran: true, delivered: 1, failed: 0, nextDue: undefined })
    expect(bench.calls).toMatchObject([{ delivery: { task: 'verdict', event: { id: eventId(1) } }, context: { unsure: false, since: bench.clock.now() } }])
    expect(bench.settled).toMatchObject([{ state: 'done', doneAt: bench.clock.now() }])
  })

  it('waits until Undo is over', async () => {
    await give(verdict(1), { dueAt: bench.clock.now() + 10_000 })
    expect(await bench.createFlusher().flush()).toMatchObject({ delivered: 0, nextDue: bench.clock.now() + 10_000 })
    await bench.append([withdrawal(2, verdict(1))], [])
    bench.clock.advance(10_000)
    expect(await bench.createFlusher().flush()).toMatchObject({ delivered: 0, nextDue: undefined })
    expect(bench.calls).toEqual([])
  })

  it('keeps the order within a record and works on four records at a time', async () => {
    const events = [1, 2, 3, 4, 5, 6].map((n) => verdict(n, { ref: lead(n) }))
    for (const event of [...events, verdict(7), verdict(8)]) await give(event)
    let answer = () => undefined as void
    const answered = new Promise<void>((resolve) => (answer = resolve))
    bench.answer = () => answered
    const flush = bench.createFlusher().flush()
    await expect.poll(() => bench.calls.length).toBe(4)
    expect((await bench.rows()).filter(({ state }) => state === 'sending')).toHaveLength(4)
    answer()
    expect((await flush).delivered).toBe(8)
    expect(ids(bench.calls).filter((id) => [1, 7, 8].map(eventId).includes(id))).toEqual([1, 7, 8].map(eventId))
  })

  it('goes on with others where one is slow', async () => {
    await give(verdict(1))
    await give(verdict(2, { ref: lead(2) }))
    await give(verdict(3, { ref: lead(2) }))
    let answer = () => undefined as void
    bench.answer = ({ delivery }) => (delivery.event.id === eventId(1) ? new Promise((resolve) => (answer = resolve)) : Promise.resolve())
    const flush = bench.createFlusher().flush()
    await expect.poll(() => ids(bench.calls)).toEqual([1, 2, 3].map(eventId))
    answer()
    expect((await flush).delivered).toBe(3)
  })

  it('never lets a poison row block other records', async () => {
    for (const n of [1, 2, 3]) await give(verdict(n, { ref: lead(n) }))
    bench.answer = async ({ delivery }) => {
      if (delivery.event.id === eventId(1)) throw new TypeError('poison')
    }
    expect(await bench.createFlusher().flush()).toMatchObject({ delivered: 2, failed: 1 })
    expect(await bench.rows()).toMatchObject([{ eventId: eventId(1), state: 'retry', error: { kind: 'bug' } }])
  })

  it('F02 F29 asks to read first where the answer was lost', async () => {
    await give(verdict(1))
    const began = bench.clock.now()
    bench.fail('timeout', { unsure: true })
    const { nextDue = 0 } = await bench.createFlusher().flush()
    expect(nextDue).toBeGreaterThanOrEqual(began + 30_000)
    bench.succeed()
    bench.clock.advance(nextDue - began)
    expect(await bench.createFlusher().flush()).toMatchObject({ delivered: 1 })
    expect(bench.calls.map(({ context }) => context)).toEqual([{ unsure: false, since: began }, { unsure: true, since: began }])
  })

  it('F03 replays as unsure what a worker left behind between the answer and its entry', async () => {
    await give(verdict(1))
    const began = bench.clock.now()
    const dying = bench.createFlusher()
    const { settle } = bench.stores.outbox
    bench.stores.outbox.settle = () => new Promise(() => undefined)
    void dying.flush()
    await expect.poll(() => bench.calls.length).toBe(1)
    bench.stores.outbox.settle = settle
    expect(await bench.createFlusher().flush()).toMatchObject({ delivered: 0, nextDue: began + leaseMs })
    bench.clock.advance(leaseMs)
    expect(await bench.createFlusher().flush()).toMatchObject({ delivered: 1 })
    expect(bench.calls[1]?.context).toEqual({ unsure: true, since: began })
  })

  it('F14 has one drainer at a time', async () => {
    await give(verdict(1))
    let answer = () => undefined as void
    bench.answer = () => new Promise((resolve) => (answer = resolve))
    const locks = createTestLocks()
    const first = bench.createFlusher(locks).flush()
    await expect.poll(() => bench.calls.length).toBe(1)
    expect(await bench.createFlusher(locks).flush()).toMatchObject({ ran: false, delivered: 0 })
    answer()
    expect(await first).toMatchObject({ ran: true, delivered: 1 })
    expect(bench.calls).toHaveLength(1)
  })

  it('F16 keeps what was clicked offline and sends it when the network is back', async () => {
    await give(verdict(1))
    bench.fail('offline')
    await bench.createFlusher().flush()
    expect(await bench.stores.outbox.summary()).toMatchObject({ open: 1, stuck: 0 })
    bench.succeed()
    expect(await bench.createFlusher().flush()).toMatchObject({ delivered: 0 })
    expect(await bench.createFlusher().flushOnline()).toMatchObject({ delivered: 1 })
  })

  it('F20 waits for the person where the sign-in is over, and goes on after it', async () => {
    await give(verdict(1))
    await give(verdict(2))
    bench.fail('signed-out')
    expect(await bench.createFlusher().flush()).toMatchObject({ failed: 1, nextDue: undefined })
    expect((await bench.rows()).map(({ state }) => state)).toEqual(['blocked', 'pending'])
    bench.succeed()
    await bench.stores.outbox.release({ orgKey: rowFor(verdict(1)).orgKey }, bench.clock.now())
    expect(await bench.createFlusher().flush()).toMatchObject({ delivered: 2 })
    expect(ids(bench.calls)).toEqual([1, 1, 2].map(eventId))
  })

  it('F26 leaves a CRM alone after five failures in a row, and lets one row try later', async () => {
    for (let n = 1; n <= 12; n += 1) await give(verdict(n, { ref: lead(n) }))
    bench.fail('unavailable')
    const first = await bench.createFlusher().flush()
    expect(bench.calls.length).toBeLessThan(9)
    const tried = bench.calls.length
    bench.clock.advance((first.nextDue ?? 0) - bench.clock.now())
    await bench.createFlusher().flush()
    expect(bench.calls.length).toBe(tried + 1)
    bench.succeed()
    for (let round = 0; round < 20 && (await bench.rows()).length > 0; round += 1) {
      bench.clock.advance(15 * 60_000)
      await bench.createFlusher().flush()
    }
    expect(await bench.rows()).toEqual([])
    expect(await bench.stores.outbox.circuits.all()).toEqual([])
  })

  it('gives an attempt up before its lease runs out', async () => {
    await give(verdict(1))
    bench.answer = () => new Promise(() => undefined)
    const flush = bench.createFlusher().flush()
    await expect.poll(() => bench.calls.length).toBe(1)
    bench.clock.advance(90_000)
    expect(await flush).toMatchObject({ delivered: 0, failed: 1 })
    expect(await bench.rows()).toMatchObject([{ state: 'retry', unsure: true, error: { kind: 'timeout' } }])
  })

  it('kills what can never be delivered and shows it', async () => {
    await bench.append([], [rowFor(verdict(1))])
    await give(verdict(3, { ref: lead(3) }), { task: 'send-log' })
    expect(await bench.createFlusher().flush()).toMatchObject({ delivered: 0, failed: 2, nextDue: undefined })
    expect((await bench.rows()).map(({ state, error }) => [state, error?.kind])).toEqual([['dead', 'not-found'], ['dead', 'invalid']])
  })

  it('refuses with what is wrong where the outbox cannot be read', async () => {
    bench.stores.close()
    await expect(bench.createFlusher().flush()).rejects.toMatchObject({ kind: 'storage-broken' })
  })
})

describe('what is written', () => {
  it('is taken from the ledger, with the verdict it changes where that one arrived', async () => {
    const bench = await createFlushBench()
    const first = verdict(1, { verdict: 'not_yet', until: '2027-01-01' })
    const lost = verdict(2, { supersedes: first.id })
    const changed = verdict(3, { supersedes: lost.id })
    const send: LedgerEvent = { type: 'send', id: eventId(4), at: 4, ref: lead(2), rep, assetId: 'a', assetVersion: 1, title: 'Guide', channel: 'copy' }
    await bench.append([first], [rowFor(first), rowFor(first, { task: 'return-task' })])
    await bench.createFlusher().flush()
    await bench.append([lost], [rowFor(lost)])
    await bench.append([changed, send], [rowFor(changed), rowFor(send)])
    await bench.createFlusher().flush()
    const written = bench.calls.map(({ delivery }) => delivery).sort((a, b) => a.event.id.localeCompare(b.event.id))
    expect(written).toEqual([
      { task: 'verdict', event: first, earlier: undefined },
      { task: 'return-task', event: first },
      { task: 'verdict', event: changed, earlier: first.id },
      { task: 'send-log', event: send },
    ])
  })

  it('is nothing where the verdict was withdrawn after its row was leased', async () => {
    const bench = await createFlushBench()
    await bench.append([verdict(1)], [rowFor(verdict(1), { state: 'retry', unsure: true })])
    await bench.append([withdrawal(2, verdict(1))], [])
    expect(await bench.createFlusher().flush()).toMatchObject({ delivered: 0, failed: 0 })
    expect(await bench.rows()).toEqual([])
  })
})
