import { describe, expect, it } from 'vitest'
import type { OutboxMember, OutboxRow } from '@/lib/domain/outbox'
import { leaseMs, longestWaitMs } from '@/lib/domain/outbox-pick'
import { eventId, lead, rowFor, verdict } from '../../fixtures/store/events'
import { boot, createMachine } from '../../fixtures/store/machine'

const day = 86_400_000

async function withRows(...rows: OutboxRow[]) {
  const machine = createMachine()
  const stores = await boot(machine)
  await stores.ledger.append([], rows)
  return { machine, ...stores, now: machine.clock.now() }
}
const ids = (rows: OutboxRow[]) => rows.map((row) => row.eventId)

describe('outbox', () => {
  it('leases one row a record, in the order of enqueueing, and as many as asked', async () => {
    const rows = [verdict(3), verdict(2), verdict(1, { ref: lead(2) }), verdict(4, { ref: lead(3) })].map((event) => rowFor(event))
    const { outbox, now } = await withRows(...rows)
    expect(ids(await outbox.lease(now, 2, leaseMs))).toEqual([eventId(3), eventId(1)])
    expect(ids(await outbox.lease(now, 4, leaseMs))).toEqual([eventId(4)])
    expect(await outbox.lease(now, 4, leaseMs)).toEqual([])
  })

  it('lets nobody overtake the head of its record, and waits for Undo', async () => {
    const { outbox, now, machine } = await withRows(rowFor(verdict(1), { dueAt: createMachine().clock.now() + 10_000 }), rowFor(verdict(2)))
    expect(await outbox.lease(now, 4, leaseMs)).toEqual([])
    expect(await outbox.nextDue()).toBe(now + 10_000)
    machine.clock.advance(10_000)
    expect(ids(await outbox.lease(machine.clock.now(), 4, leaseMs))).toEqual([eventId(1)])
  })

  it('F14 gives a row to one of two drainers', async () => {
    const { machine, outbox, now } = await withRows(...[1, 2, 3].map((n) => rowFor(verdict(n, { ref: lead(n) }))))
    const other = await boot(machine)
    const leased = (await Promise.all([outbox.lease(now, 2, leaseMs), other.outbox.lease(now, 2, leaseMs)])).flat()
    expect(ids(leased).sort()).toEqual([eventId(1), eventId(2), eventId(3)])
  })

  it('takes a row over when its lease has run out, as unsure, and ignores the late answer', async () => {
    const { outbox, now } = await withRows(rowFor(verdict(1)))
    const [first] = await outbox.lease(now, 1, leaseMs)
    const [second] = await outbox.lease(now + leaseMs, 1, leaseMs)
    expect(first).toMatchObject({ unsure: false, fence: 1 })
    expect(second).toMatchObject({ unsure: true, unsureSince: now, fence: 2, attempts: 1 })
    if (!first || !second) throw new Error('not leased')
    expect(await outbox.settle({ ...first, state: 'dead' })).toBe(false)
    expect(await outbox.settle({ ...second, state: 'done', doneAt: now })).toBe(true)
    expect(await outbox.settle({ ...second, state: 'retry' })).toBe(false)
    expect(await outbox.open()).toEqual([])
  })

  it('shows dead rows, and lets them hold nobody up', async () => {
    const { outbox, now } = await withRows(rowFor(verdict(1), { state: 'dead' }), rowFor(verdict(2)))
    expect(ids(await outbox.open())).toEqual([eventId(1), eventId(2)])
    expect(ids(await outbox.lease(now, 4, leaseMs))).toEqual([eventId(2)])
  })

  it('keeps one lane a target: what waits for a person in the CRM does not hold up the hub', async () => {
    const { outbox, now } = await withRows(rowFor(verdict(1), { state: 'blocked' }), rowFor(verdict(1), { target: 'hub', task: 'event' }), rowFor(verdict(2)))
    expect(await outbox.lease(now, 4, leaseMs)).toEqual([])
    expect((await outbox.leaseBatch(now, 4, leaseMs)).map(({ target }) => target)).toEqual(['hub'])
    expect(await outbox.leaseBatch(now, 4, leaseMs)).toEqual([])
  })

  it('F41 waits no longer than the longest wait after the clock was put back', async () => {
    const { machine, outbox, now } = await withRows(rowFor(verdict(1), { dueAt: createMachine().clock.now() + 365 * day }), rowFor(verdict(2, { ref: lead(2) })))
    await outbox.lease(now, 1, leaseMs)
    machine.clock.set(now - 365 * day)
    const back = machine.clock.now()
    expect(await outbox.lease(back, 4, leaseMs)).toEqual([])
    expect(await outbox.nextDue()).toBe(back + leaseMs)
    expect(ids(await outbox.lease(back + leaseMs, 4, leaseMs))).toEqual([eventId(2)])
    expect(ids(await outbox.lease(back + longestWaitMs, 4, leaseMs))).toEqual([eventId(1), eventId(2)])
  })

  it('rests a whole way and then lets one row try', async () => {
    const { outbox, now } = await withRows(...[1, 2].map((n) => rowFor(verdict(n, { ref: lead(n) }))))
    const { orgKey: key } = rowFor(verdict(1))
    await outbox.circuits.change(key, () => ({ key, failures: 5, until: now + 30_000 }))
    expect(await outbox.lease(now, 4, leaseMs)).toEqual([])
    expect(await outbox.nextDue()).toBe(now + 30_000)
    expect(await outbox.lease(now + 30_000, 4, leaseMs)).toHaveLength(1)
    expect(await outbox.lease(now + 30_000, 4, leaseMs)).toEqual([])
    await outbox.circuits.remove(key)
    expect(await outbox.lease(now + 30_000, 4, leaseMs)).toHaveLength(1)
  })

  it('cancels what was not sent and nothing else', async () => {
    const rows = (['pending', 'retry', 'blocked', 'dead', 'done'] as const).map((state, n) => rowFor(verdict(1), { id: `r${n}`, state }))
    const { outbox } = await withRows(...rows, rowFor(verdict(1), { id: 'unsure', state: 'retry', unsure: true }))
    expect(await outbox.cancel(eventId(1))).toBe(4)
    expect((await outbox.open()).map(({ id }) => id)).toEqual(['unsure'])
  })

  it('releases what waits for a sign-in or the network, by org, event or cause', async () => {
    const far = createMachine().clock.now() + 600_000
    const { outbox, now } = await withRows(
      rowFor(verdict(1), { state: 'blocked', error: { kind: 'signed-out' } }),
      rowFor(verdict(2, { ref: lead(2) }), { state: 'retry', dueAt: far, error: { kind: 'offline' } }),
      rowFor(verdict(3, { ref: lead(3) }), { dueAt: far }),
    )
    const { orgKey: key } = rowFor(verdict(1))
    await outbox.circuits.change(key, () => ({ key, failures: 9, until: far }))
    expect(await outbox.release({ orgKey: 'hubspot:1' }, now)).toBe(0)
    expect(await outbox.release({ kinds: ['offline'] }, now)).toBe(1)
    expect(ids(await outbox.lease(now, 4, leaseMs))).toEqual([eventId(2)])
    expect(await outbox.release({ orgKey: key }, now)).toBe(1)
    expect(ids(await outbox.lease(now, 4, leaseMs))).toEqual([eventId(1)])
  })

  it('lets the target finish with what may have been received, released or not', async () => {
    const since = createMachine().clock.now() - 1_000
    const { outbox, now } = await withRows(rowFor(verdict(1), { state: 'retry', unsure: true, unsureSince: since, error: { kind: 'timeout' } }))
    expect(await outbox.release({}, now)).toBe(1)
    expect(await outbox.nextDue()).toBe(since + 30_000)
  })

  it('counts what waits, what is stuck, and how old the oldest is', async () => {
    const { outbox } = await withRows(rowFor(verdict(5)), rowFor(verdict(2), { state: 'dead' }), rowFor(verdict(3), { state: 'done' }))
    expect(await outbox.summary()).toEqual({ open: 2, stuck: 1, oldest: 2_000 })
    expect(await (await boot(createMachine())).outbox.summary()).toEqual({ open: 0, stuck: 0, oldest: undefined })
  })

  it('S45 names and drops the undelivered rows of one connection', async () => {
    const other = verdict(2, { ref: { crm: 'hubspot', org: '1', kind: 'contact', id: '7' } })
    const { outbox } = await withRows(rowFor(verdict(1)), rowFor(other))
    expect(ids(await outbox.openFor('hubspot:1'))).toEqual([eventId(2)])
    expect(await outbox.drop('hubspot:1')).toBe(1)
    expect(ids(await outbox.open())).toEqual([eventId(1)])
  })

  it('hands rows over to a member: what names nobody, or what another\'s is, and lets no late answer undo it', async () => {
    const [ada, ben] = ['ada', 'ben'].map((id) => ({ id, name: id, hub: 'https://hub.example' })) as [OutboxMember, OutboxMember]
    const [first, second] = [rowFor(verdict(1), { target: 'hub', task: 'event' }), rowFor(verdict(2))]
    const { outbox, now } = await withRows(first, second)
    const [leased] = await outbox.leaseBatch(now, 4, leaseMs, 'ada')
    expect(await outbox.handOver(undefined, ada)).toBe(1)
    expect(leased && await outbox.settle({ ...leased, state: 'retry' })).toBe(false)
    expect((await outbox.open()).map(({ member, state }) => [member?.id, state])).toEqual([['ada', 'retry'], [undefined, 'pending']])
    expect(await outbox.handOver('ada', ben)).toBe(1)
    expect(await outbox.leaseBatch(now, 4, leaseMs, 'ada')).toEqual([])
    expect(ids(await outbox.leaseBatch(now, 4, leaseMs, 'ben'))).toEqual([eventId(1)])
    expect(await outbox.dropOf('ben')).toBe(1)
    expect(ids(await outbox.open())).toEqual([eventId(2)])
  })

  it('leaves another member\'s delivery alone where somebody judges anew', async () => {
    const [ada, ben] = ['ada', 'ben'].map((id) => ({ id, name: id, hub: 'https://hub.example' })) as [OutboxMember, OutboxMember]
    const hubRow = (n: number, member: OutboxMember) => rowFor(verdict(n), { target: 'hub', task: 'event', member })
    const { outbox, ledger } = await withRows(hubRow(1, ada))
    await ledger.append([verdict(2, { supersedes: eventId(1) })], [hubRow(2, ben)])
    expect(ids(await outbox.open())).toEqual([eventId(1), eventId(2)])
    await ledger.append([verdict(3, { supersedes: eventId(2) })], [hubRow(3, ben)])
    expect(ids(await outbox.open())).toEqual([eventId(1), eventId(3)])
  })

  it('deletes only what was finished long enough ago', async () => {
    const { machine, outbox, now } = await withRows(rowFor(verdict(1), { state: 'done', doneAt: 5 }), rowFor(verdict(2), { state: 'dead' }), rowFor(verdict(3)))
    await outbox.cancel(eventId(3))
    expect(await outbox.purge(now)).toBe(1)
    machine.clock.advance(1)
    expect(await outbox.purge(now + 1)).toBe(1)
    expect(ids(await outbox.open())).toEqual([eventId(2)])
  })

  it('F04 leaves a damaged row where it is, says so, and goes on with the others', async () => {
    const { machine, outbox, now, warnings, close } = await withRows(rowFor(verdict(2)))
    await putRaw(machine.indexedDB, { id: 'x', rev: 1, seq: 0, openSeq: 0, row: { state: 'pending' } })
    expect(ids(await outbox.lease(now, 4, leaseMs))).toEqual([eventId(2)])
    await expect.poll(() => warnings.all()).toMatchObject([{ kind: 'storage-broken', detail: 'row' }])
    close()
  })
})

function putRaw(indexedDB: IDBFactory, row: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('leadside')
    request.addEventListener('error', () => reject(request.error ?? new Error('open')))
    request.addEventListener('success', () => {
      const transaction = request.result.transaction('outbox', 'readwrite')
      transaction.objectStore('outbox').put(row)
      transaction.addEventListener('complete', () => {
        request.result.close()
        resolve()
      })
    })
  })
}
