import { afterFailureOfTheWay, circuitKey, isOfTheWay } from '@/lib/domain/circuit'
import { AppError } from '@/lib/domain/errors'
import type { OutboxRow } from '@/lib/domain/outbox'
import { leaseMs } from '@/lib/domain/outbox-pick'
import { afterFailure, afterSuccess, toFailure } from '@/lib/domain/outbox-rules'
import type { Chance, Clock, CrmConnector, LedgerStore, OutboxStore } from '@/lib/domain/ports'
import type { Crm } from '@/lib/domain/record-ref'
import type { CircuitStore, Locks, OutboxCare } from '@/lib/domain/store-ports'
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
  clock: Clock
  chance: Pick<Chance, 'random'>
  locks: Locks
  /** Told after a row was written back, for whoever shows it. */
  settled?: ((row: OutboxRow) => void) | undefined
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
 * Brings the outbox to its targets: one drainer at a time, in order within a record, side by side across records. A drainer
 * that dies leaves leased rows behind; when the lease has run out they are taken over as unsure, and the target is read first.
 */
export function createOutboxFlusher(deps: FlushDeps): OutboxFlusher {
  const { outbox, clock, chance, locks } = deps

  async function drain(): Promise<Counts> {
    const counts: Counts = { delivered: 0, failed: 0 }
    const underWay = new Set<Promise<void>>()
    for (;;) {
      const free = parallel - underWay.size
      for (const row of free > 0 ? await outbox.lease(clock.now(), free, leaseMs) : []) {
        const work: Promise<void> = finish(row, counts).finally(() => underWay.delete(work))
        underWay.add(work)
      }
      if (underWay.size === 0) return counts
      await Promise.race(underWay)
    }
  }

  /** One attempt and its entry in the outbox. A late entry of an older lease changes nothing. */
  async function finish(row: OutboxRow, counts: Counts): Promise<void> {
    const after = await attempt(row)
    try {
      if (await outbox.settle(after)) deps.settled?.(after)
    } catch {
      // The row stays leased and is taken over later; the next lease says what is wrong with the store.
      return
    }
    if (after.state === 'done') counts.delivered += 1
    else if (after.state !== 'cancelled') counts.failed += 1
  }

  async function attempt(row: OutboxRow): Promise<OutboxRow> {
    const began = clock.now()
    try {
      const delivery = await resolveDelivery(row, deps)
      if (!delivery) return { ...row, state: 'cancelled', lease: undefined }
      if (row.target === 'hub') throw new AppError('not-connected', { detail: 'hub' })
      const context = { unsure: row.unsure, since: row.unsureSince ?? began }
      await withinTime(clock, deps.connectors.for(delivery.event.ref.crm).deliver(delivery, context))
      await outbox.circuits.remove(circuitKey(row))
      return afterSuccess(row, clock.now())
    } catch (thrown) {
      const failure = toFailure(thrown)
      const now = clock.now()
      const key = circuitKey(row)
      if (isOfTheWay(failure.error)) await outbox.circuits.change(key, (before) => afterFailureOfTheWay(key, before, now))
      return afterFailure(row, failure, { began, now, random: chance.random() })
    }
  }

  async function flush(): Promise<FlushReport> {
    const ran = await locks.tryRun(lockName, drain)
    const counts = ran?.value ?? { delivered: 0, failed: 0 }
    return { ran: ran !== undefined, ...counts, nextDue: await outbox.nextDue() }
  }

  return {
    flush,
    async flushOnline() {
      await outbox.release({ kinds: networkKinds }, clock.now())
      return flush()
    },
  }
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
