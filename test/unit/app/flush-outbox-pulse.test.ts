import { describe, expect, it } from 'vitest'
import type { FlushReport } from '@/lib/app/flush-outbox'
import { createOutboxPulse, keepAlarm, outboxAlarm } from '@/lib/app/flush-outbox-pulse'
import { createTestAlarms, createTestClock } from '../../fixtures/store/machine'

const minute = 60_000

function createBench() {
  const clock = createTestClock()
  const alarms = createTestAlarms()
  async function flush(): Promise<FlushReport> {
    bench.flushes += 1
    return { ran: bench.ran, delivered: 0, failed: 0, nextDue: bench.nextDue }
  }
  async function flushOnline(): Promise<FlushReport> {
    bench.onlines += 1
    return flush()
  }
  const bench = {
    clock, alarms,
    onlines: 0,
    nextDue: undefined as number | undefined,
    ran: true,
    flushes: 0,
    /** A start of the worker: nothing it knew is left. */
    boot: () => createOutboxPulse({ clock, alarms, flusher: { flush, flushOnline } }),
    alarm: () => alarms.at.get(outboxAlarm),
  }
  return bench
}
const breathe = async () => {
  for (let n = 0; n < 10; n += 1) await Promise.resolve()
}

describe('pulse', () => {
  it('needs no alarm while nothing waits', async () => {
    const bench = createBench()
    await bench.alarms.set(outboxAlarm, bench.clock.now() + minute)
    await bench.boot().start()
    expect(bench.alarm()).toBeUndefined()
    expect(bench.clock.sleeping()).toBe(0)
  })

  it('delivers when Undo is over, by itself, with an alarm should the worker die', async () => {
    const bench = createBench()
    const pulse = bench.boot()
    bench.nextDue = bench.clock.now() + 10_000
    pulse.deliverSoon(bench.nextDue)
    pulse.deliverSoon(bench.nextDue + 5_000)
    await breathe()
    expect(bench.alarm()).toBe(bench.clock.now() + 30_000)
    expect(bench.flushes).toBe(0)
    bench.nextDue = undefined
    bench.clock.advance(10_000)
    await breathe()
    expect(bench.flushes).toBe(1)
    expect(bench.alarm()).toBeUndefined()
  })

  it('F05 restores a lost alarm at start and does what is overdue', async () => {
    const bench = createBench()
    bench.nextDue = bench.clock.now() + 7 * minute
    await bench.boot().start()
    const at = bench.alarm()
    bench.alarms.at.clear()
    await bench.boot().start()
    expect(bench.alarm()).toBe(at)
    expect(bench.flushes).toBe(2)
  })

  it('wakes browsers of a team at different moments, never before the time', async () => {
    const moments = await Promise.all([0, 0.25, 0.5, 0.75].map(async (random) => {
      const bench = createBench()
      bench.nextDue = bench.clock.now() + 7 * minute
      await createOutboxPulse({ clock: bench.clock, alarms: bench.alarms, random, flusher: { flush: async () => ({ ran: true, delivered: 0, failed: 0, nextDue: bench.nextDue }), flushOnline: () => Promise.reject(new Error('asked')) } }).start()
      return (bench.alarm() ?? 0) - bench.nextDue
    }))
    expect(new Set(moments).size).toBe(4)
    expect(moments.every((wait) => wait >= 0 && wait < 5 * minute)).toBe(true)
  })

  it('F06 twenty starts in ten minutes push nothing back', async () => {
    const bench = createBench()
    bench.nextDue = bench.clock.now() + 12 * minute
    await bench.boot().start()
    const at = bench.alarm() ?? 0
    expect(at - bench.nextDue).toBeGreaterThanOrEqual(0)
    expect(at - bench.nextDue).toBeLessThan(5 * minute)
    for (let n = 0; n < 20; n += 1) {
      bench.clock.advance(minute / 2)
      await bench.boot().start()
      expect(bench.alarm()).toBe(at)
    }
    expect(bench.alarms.sets).toBe(1)
  })

  it('F06 starts while something is nearly due do not push its alarm back either', async () => {
    const bench = createBench()
    bench.nextDue = bench.clock.now() + 20_000
    await bench.boot().start()
    const at = bench.alarm()
    bench.clock.advance(15_000)
    await bench.boot().start()
    expect(bench.alarm()).toBe(at)
  })

  it('F07 after eight hours of sleep drains once', async () => {
    const bench = createBench()
    const pulse = bench.boot()
    bench.nextDue = bench.clock.now() + 2 * minute
    await pulse.start()
    bench.clock.advance(8 * 60 * minute)
    bench.nextDue = undefined
    await pulse.beat()
    await breathe()
    expect(bench.flushes).toBe(2)
    expect(bench.alarm()).toBeUndefined()
  })

  it('F16 tells the flusher when the network is back', async () => {
    const bench = createBench()
    await bench.boot().online()
    expect([bench.onlines, bench.flushes]).toEqual([1, 1])
  })

  it('F41 brings an alarm of a clock since put back into reach', async () => {
    const bench = createBench()
    bench.nextDue = bench.clock.now() + 7 * minute
    await bench.alarms.set(outboxAlarm, bench.clock.now() + 365 * 24 * 60 * minute)
    await bench.boot().start()
    expect((bench.alarm() ?? 0) - bench.clock.now()).toBeLessThanOrEqual(12 * minute)
  })

  it('does not spin while another context drains', async () => {
    const bench = createBench()
    bench.ran = false
    bench.nextDue = bench.clock.now() - 5
    await bench.boot().start()
    await breathe()
    expect(bench.flushes).toBe(1)
    bench.clock.advance(999)
    await breathe()
    expect(bench.flushes).toBe(1)
    bench.clock.advance(1)
    await breathe()
    expect(bench.flushes).toBe(2)
  })

  it('wakes at most twelve times an hour, however many rows wait', async () => {
    const bench = createBench()
    let wakes = 0
    for (const end = bench.clock.now() + 60 * minute; bench.clock.now() < end; wakes += 1) {
      bench.nextDue = bench.clock.now() + minute
      await bench.boot().beat()
      bench.clock.advance((bench.alarm() ?? 0) - bench.clock.now())
      bench.alarms.at.clear()
    }
    expect(wakes).toBeLessThanOrEqual(12 + 1)
  })
})

describe('keepAlarm', () => {
  it.each([
    ['sets a missing one', undefined, 100],
    ['brings a later one forward', 200, 100],
    ['leaves an earlier one', 80, 80],
    ['replaces one that has passed', 40, 100],
  ])('%s', async (_what, existing, expected) => {
    const alarms = createTestAlarms()
    if (existing !== undefined) await alarms.set('a', existing)
    await keepAlarm(alarms, 'a', 100, 50)
    expect(alarms.at.get('a')).toBe(expected)
  })
})
