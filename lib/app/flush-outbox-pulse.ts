import type { Clock } from '@/lib/domain/ports'
import type { Alarms } from '@/lib/domain/store-ports'
import type { FlushReport, OutboxFlusher } from './flush-outbox'

export const outboxAlarm = 'outbox'

/** The browser's shortest alarm; nearer moments are waited for in the worker, which lives that long after its last event. */
const shortestAlarmMs = 30_000
/** Retries share wake-ups: at most twelve an hour, however many rows wait. */
const gridMs = 5 * 60_000
/** Another drainer is at work, or the outbox changes under our eyes: no faster than this. */
const calmMs = 1_000

export interface OutboxPulse {
  /** At every start of the worker: does what is overdue and restores a lost alarm. */
  start(): Promise<void>
  /** For the alarm and a sign-in. */
  beat(): Promise<FlushReport>
  /** For the network's return. */
  online(): Promise<FlushReport>
  /** Something was enqueued. Never awaited by a click. */
  deliverSoon(dueAt: number): void
}

/**
 * Wakes the flusher when something is due, and never without cause: with an empty outbox there is no alarm. Moments are taken
 * from the rows and not from now, so that waking early or often pushes nothing back.
 */
export function createOutboxPulse({ flusher, alarms, clock, random = 0 }: {
  flusher: OutboxFlusher
  alarms: Alarms
  clock: Clock
  /** 0 ≤ x < 1: shifts the shared wake-ups, so that not all browsers of a team wake in the same second. */
  random?: number | undefined
}): OutboxPulse {
  const phase = Math.floor(random * gridMs)
  let waiting: { at: number; stop: AbortController } | undefined

  async function run(flush: () => Promise<FlushReport>): Promise<FlushReport> {
    stopWaiting()
    const report = await flush()
    if (report.nextDue === undefined) await alarms.clear(outboxAlarm)
    else await plan(Math.max(report.nextDue, clock.now() + calmMs))
    return report
  }

  const beat = () => run(flusher.flush)

  async function plan(at: number): Promise<void> {
    const now = clock.now()
    const isNear = at - now <= shortestAlarmMs
    if (isNear) waitFor(at, now)
    await keepAlarm(alarms, outboxAlarm, isNear ? now + shortestAlarmMs : Math.ceil((at - phase) / gridMs) * gridMs + phase, now)
  }

  function waitFor(at: number, now: number): void {
    if (waiting && waiting.at <= at) return
    stopWaiting()
    const stop = new AbortController()
    waiting = { at, stop }
    void clock.sleep(at - now, stop.signal).then(() => (stop.signal.aborted ? undefined : beat())).catch(() => undefined)
  }

  function stopWaiting(): void {
    waiting?.stop.abort()
    waiting = undefined
  }

  return {
    beat,
    online: () => run(flusher.flushOnline),
    start: async () => void await beat(),
    deliverSoon: (dueAt) => void plan(Math.max(dueAt, clock.now())).catch(() => undefined),
  }
}

/** Leaves an alarm that comes early enough alone: setting it again at every start would push it back for ever. */
export async function keepAlarm(alarms: Alarms, name: string, at: number, now: number): Promise<void> {
  const existing = await alarms.get(name)
  if (existing === undefined || existing > at || existing < now) await alarms.set(name, at)
}
