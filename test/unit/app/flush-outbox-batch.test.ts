import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@/lib/domain/errors'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { eventId, lead, rowFor, verdict, withdrawal } from '../../fixtures/store/events'
import { createFlushBench } from '../../fixtures/store/flush-bench'

const day = 86_400_000
const hubRow = (event: LedgerEvent) => rowFor(event, { target: 'hub', task: 'event' })
const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id)

describe('delivery to the hub', () => {
  let bench: Awaited<ReturnType<typeof createFlushBench>>
  beforeEach(async () => {
    bench = await createFlushBench()
  })
  const give = (event: LedgerEvent) => bench.append([event], [...(event.type === 'verdict' ? [rowFor(event)] : []), hubRow(event)])
  const states = async () => (await bench.rows()).map(({ target, state, error }) => [target, state, error?.kind])

  it('takes events in one batch, in order, several of one record too, and the CRM its own', async () => {
    for (const event of [verdict(1), verdict(2, { ref: lead(2) }), verdict(3)]) await give(event)
    expect(await bench.createFlusher().flush()).toMatchObject({ delivered: 6, failed: 0, nextDue: undefined })
    expect(bench.batches.map(ids)).toEqual([[1, 2, 3].map(eventId)])
    expect(bench.calls).toHaveLength(3)
  })

  it('judges each entry by itself', async () => {
    for (const n of [1, 2, 3, 4, 5]) await give(verdict(n, { ref: lead(n) }))
    bench.hub = async () => [
      { id: eventId(1), status: 'duplicate' }, { id: eventId(2), status: 'refused', error: { kind: 'invalid', detail: 'id differs' } },
      { id: eventId(3), status: 'refused', error: { kind: 'policy', detail: 'erased' } }, { id: eventId(5), status: 'refused', error: { kind: 'policy', detail: 'retention' } },
    ]
    await bench.createFlusher().flush()
    expect(await states()).toEqual([['hub', 'dead', 'invalid'], ['hub', 'retry', 'bad-reply']])
  })

  it('finds the one event that no request can carry', async () => {
    for (const n of [1, 2, 3, 4, 5]) await give(verdict(n, { ref: lead(n) }))
    bench.hub = async (events) => {
      if (ids(events).includes(eventId(4))) throw new AppError('invalid', { detail: 'body too large' })
      return events.map(({ id }) => ({ id, status: 'accepted' as const }))
    }
    await bench.createFlusher().flush()
    expect(await states()).toEqual([['hub', 'dead', 'invalid']])
  })

  it('tells nothing that was withdrawn or erased meanwhile', async () => {
    await give(verdict(1))
    await bench.append([withdrawal(2, verdict(1))], [])
    await bench.append([], [hubRow(verdict(3))])
    await bench.createFlusher().flush()
    expect(bench.batches).toEqual([])
    expect(await bench.rows()).toEqual([])
  })

  it('waits for a person where the session ended, while the CRM goes on', async () => {
    await give(verdict(1))
    bench.hub = async () => { throw new AppError('signed-out') }
    expect(await bench.createFlusher().flush()).toMatchObject({ delivered: 1, failed: 1 })
    expect(await states()).toEqual([['hub', 'blocked', 'signed-out']])
    await give(verdict(2))
    await bench.createFlusher().flush()
    expect(bench.calls).toHaveLength(2)
    await bench.stores.outbox.release({ orgKey: 'hub' }, bench.clock.now())
    bench.hub = async (events) => events.map(({ id }) => ({ id, status: 'accepted' as const }))
    await bench.createFlusher().flush()
    expect(ids(bench.batches.at(-1) ?? [])).toEqual([1, 2].map(eventId))
  })

  it('with the hub down for a day loses nothing, blocks nothing, asks seldom, and drains in order by few requests', async () => {
    bench.hub = async () => { throw new AppError('offline', { unsure: true }) }
    const began = bench.clock.now()
    const flusher = bench.createFlusher()
    let given = 0
    while (bench.clock.now() - began < day) {
      if (given < 60) await give(verdict(given += 1, { ref: lead(given % 20), at: bench.clock.now() }))
      await flusher.flush()
      bench.clock.advance(5 * 60_000)
    }
    expect(bench.calls).toHaveLength(given)
    expect(bench.batches.length).toBeLessThan(24 * 8)
    const before = bench.batches.length
    bench.hub = async (events) => events.map(({ id }) => ({ id, status: 'accepted' as const }))
    for (let turn = 0; turn < 40 && (await bench.rows()).length > 0; turn += 1) {
      bench.clock.advance(60_000)
      await flusher.flush()
    }
    const arrived = bench.batches.slice(before).flat()
    expect(await bench.rows()).toEqual([])
    expect(new Set(ids(arrived)).size).toBe(given)
    expect(bench.batches.length - before).toBeLessThan(12)
    for (const events of Map.groupBy(arrived, ({ ref }) => ref.id).values()) expect(ids(events)).toEqual([...ids(events)].sort())
  }, 20_000)
})
