import { afterFailureOfTheWay, circuitKey, hubWay, isOfTheWay } from '@/lib/domain/circuit'
import { AppError, type ErrorInfo } from '@/lib/domain/errors'
import { mostEventsPerBatch } from '@/lib/domain/hub-port'
import type { OutboxRow } from '@/lib/domain/outbox'
import { leaseMs } from '@/lib/domain/outbox-pick'
import { afterFailure, afterSuccess, toFailure } from '@/lib/domain/outbox-rules'
import type { Chance, Clock, CrmConnector, LedgerStore, OutboxStore } from '@/lib/domain/ports'
import type { Crm } from '@/lib/domain/record-ref'
import type { CircuitStore, Locks, OutboxCare } from '@/lib/domain/store-ports'
import { deliverBatch, type AppendEvents } from './flush-outbox-batch'
import { resolveDelivery } from './flush-outbox-delivery'

const lockName = 'outbox-drain'
/** Deliveries at a time, each for another record. */
const parallel = 4
/** An attempt is given up before its lease runs out, so that no other drainer repeats it while it is under way. */
const attemptMs = 90_000
/** Failures that a return of the network ends. */
const networkKinds = ['offline', 'timeout', 'unavailable'] as const

export interface FlushDeps {
  outbox: OutboxStore & Pick<OutboxCare, 'release'> & { circuits: CircuitStore }
  ledger: Pick<LedgerStore, 'byId' | 'forRecord'>
  connectors: { for(crm: Crm): Pick<CrmConnector, 'deliver'> }
  /** Who is signed in there, and what takes a batch of their events to it. @throws AppError `not-connected` where this browser is in none */
  hub?: { memberId(): Promise<string | undefined>; append: AppendEvents } | undefined
  clock: Clock
  chance: Pick<Chance, 'random'>
  locks: Locks
  /** Told after a row was written back, for whoever shows it. */
  settled?: ((row: OutboxRow) => void) | undefined
  /** Told once after a batch to the hub. */
  settledBatch?: (() => void) | undefined
}

/** `ran` is false where another context is draining. `nextDue`: when to come again, absent where nothing waits by itself. */
export interface FlushReport { ran: boolean; delivered: number; failed: number; nextDue?: number | undefined }

type Counts = Pick<FlushReport, 'delivered' | 'failed'>

export interface OutboxFlusher {
  /** Delivers everything that is due. @throws AppError `storage-broken` where the outbox cannot be read. */
  flush(): Promise<FlushReport>
  /** The same, and first makes due what failed only because the network was away. */
  flushOnline(): Promise<FlushReport>
}

/**
 * Brings the outbox to its targets: one drainer at a time, in order within a record, side by side across records, and beside them
 * to the hub in batches. A drainer
 * that dies leaves leased rows behind; when the lease has run out they are taken over as unsure, and the target is read first.
 */
export function createOutboxFlusher(deps: FlushDeps): OutboxFlusher {
  const { outbox, clock, chance, locks } = deps

  async function drain(): Promise<Counts> {
    const counts: Counts = { delivered: 0, failed: 0 }
    const underWay = new Set<Promise<void>>()
    let toHub = false
    for (;;) {
      const member = await deps.hub?.memberId()
      const free = parallel - underWay.size + (toHub ? 1 : 0)
      for (const row of free > 0 ? await outbox.lease(clock.now(), free, leaseMs, member) : []) {
        const work: Promise<void> = finish(row, counts).finally(() => underWay.delete(work))
        underWay.add(work)
      }
      const batch = toHub ? [] : await outbox.leaseBatch(clock.now(), mostEventsPerBatch, leaseMs, member)
      if (batch.length > 0) {
        toHub = true
        const work: Promise<void> = finishBatch(batch, member, counts).finally(() => {
          toHub = false
          underWay.delete(work)
        })
        underWay.add(work)
      }
      if (underWay.size === 0) return counts
      await Promise.race(underWay)
    }
  }

  /** One attempt and its entry in the outbox. A late entry of an older lease changes nothing. */
  async function finish(row: OutboxRow, counts: Counts): Promise<void> {
    await settle(await attempt(row), counts)
  }

  async function finishBatch(batch: readonly OutboxRow[], member: string | undefined, counts: Counts): Promise<void> {
    const append: AppendEvents = deps.hub?.append ?? (() => Promise.reject(new AppError('not-connected', { detail: 'hub' })))
    const { rows, way, reached } = await deliverBatch(batch, { append: (events) => append(events, member), ledger: deps.ledger, now: clock.now, random: chance.random })
    if (reached) await outbox.circuits.remove(hubWay)
    if (way) await countFailure(hubWay, way.error)
    // Where the store fails the rows stay leased, and travel again: the hub knows what it has.
    const settled = await outbox.settleAll(rows).catch(() => [])
    for (const row of settled) count(row, counts)
    if (settled.length > 0) deps.settledBatch?.()
  }

  async function settle(after: OutboxRow, counts: Counts): Promise<void> {
    try {
      if (await outbox.settle(after)) deps.settled?.(after)
    } catch {
      // The row stays leased and is taken over later; the next lease says what is wrong with the store.
      return
    }
    count(after, counts)
  }

  async function attempt(row: OutboxRow): Promise<OutboxRow> {
    const began = clock.now()
    try {
      const delivery = await resolveDelivery(row, deps)
      if (!delivery) return { ...row, state: 'cancelled', lease: undefined }
      const context = { unsure: row.unsure, since: row.unsureSince ?? began }
      await withinTime(clock, deps.connectors.for(delivery.event.ref.crm).deliver(delivery, context))
      await outbox.circuits.remove(circuitKey(row))
      return afterSuccess(row, clock.now())
    } catch (thrown) {
      const failure = toFailure(thrown)
      const now = clock.now()
      await countFailure(circuitKey(row), failure.error)
      return afterFailure(row, failure, { began, now, random: chance.random() })
    }
  }

  async function countFailure(way: string, error: ErrorInfo): Promise<void> {
    if (isOfTheWay(error)) await outbox.circuits.change(way, (before) => afterFailureOfTheWay(way, before, clock.now(), chance.random()))
  }

  async function flush(): Promise<FlushReport> {
    const ran = await locks.tryRun(lockName, drain)
    const counts = ran?.value ?? { delivered: 0, failed: 0 }
    return { ran: ran !== undefined, ...counts, nextDue: await outbox.nextDue(await deps.hub?.memberId()) }
  }

  return {
    flush,
    async flushOnline() {
      await outbox.release({ kinds: networkKinds }, clock.now())
      return flush()
    },
  }
}

function count({ state }: OutboxRow, counts: Counts): void {
  if (state === 'done') counts.delivered += 1
  else if (state !== 'cancelled') counts.failed += 1
}

async function withinTime(clock: Clock, work: Promise<void>): Promise<void> {
  const done = new AbortController()
  const late = clock.sleep(attemptMs, done.signal).then(() => {
    throw new AppError('timeout', { unsure: true })
  })
  try {
    await Promise.race([work, late])
  } finally {
    done.abort()
    late.catch(() => undefined)
  }
}
