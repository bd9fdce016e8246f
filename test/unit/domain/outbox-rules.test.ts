import { describe, expect, it } from 'vitest'
import { afterFailureOfTheWay, circuitKey, failuresToRest, isOfTheWay, isOnTrial, rests } from '@/lib/domain/circuit'
import type { Circuit } from '@/lib/domain/circuit'
import { AppError, errorKind } from '@/lib/domain/errors'
import type { OutboxRow } from '@/lib/domain/outbox'
import { longestWaitMs } from '@/lib/domain/outbox-pick'
import { afterFailure, afterSuccess, backOff, settleMs, toFailure } from '@/lib/domain/outbox-rules'

const now = 1_800_000_000_000
const row: OutboxRow = {
  id: 'e:crm:verdict', eventId: 'e', target: 'crm', task: 'verdict', recordKey: 'r', orgKey: 'o', state: 'sending', attempts: 0, createdAt: now, dueAt: now,
  fence: 1, lease: { until: now + 1, fence: 1 }, unsure: false,
}
const fail = (kind: AppError['kind'], given: Partial<OutboxRow> & { retryAt?: number; lost?: boolean; random?: number } = {}) => {
  const { retryAt, lost = false, random = 0.5, ...rest } = given
  return afterFailure({ ...row, ...rest }, { error: { kind, retryAt }, unsure: lost }, { began: now - 100, now, random })
}

describe('what an answer means for a row', () => {
  it.each<[OutboxRow['state'], AppError['kind'][]]>([
    ['retry', ['rate-limited', 'quota', 'offline', 'timeout', 'unavailable', 'bad-reply', 'storage-full', 'storage-broken', 'conflict', 'bug', 'cancelled']],
    ['blocked', ['signed-out', 'forbidden', 'not-connected', 'no-permission', 'host-blocked', 'policy', 'no-consent', 'wrong-user', 'wrong-org', 'not-set-up', 'version-retired']],
    ['dead', [
      'not-found', 'invalid', 'need-ticket', 'moved', 'covered', 'converted', 'opted-out', 'not-sendable', 'stale-extension', 'untrusted',
    ]],
  ])('%s', (state, kinds) => {
    for (const kind of kinds) expect([kind, fail(kind).state]).toEqual([kind, state])
  })

  it('is decided for every kind of failure', () => {
    for (const kind of errorKind.options) expect(['retry', 'blocked', 'dead']).toContain(fail(kind).state)
  })

  it('F24 honours what the service asks, up to a quarter of an hour', () => {
    expect(fail('rate-limited', { retryAt: now + 60_000 }).dueAt).toBe(now + 60_000)
    expect(fail('rate-limited', { retryAt: now + 365 * 86_400_000 }).dueAt).toBe(now + longestWaitMs)
    expect(fail('rate-limited', { retryAt: now - 5 }).dueAt).toBe(now + 1_000)
  })

  it('backs off with full jitter from two seconds to a quarter of an hour', () => {
    expect([1, 2, 3, 4].map((attempts) => backOff(attempts, 1))).toEqual([2_000, 4_000, 8_000, 16_000])
    expect(backOff(1_000, 0.9999)).toBeLessThanOrEqual(longestWaitMs)
    expect(backOff(1_000, 0.5)).toBe(longestWaitMs / 2)
    expect(backOff(1, 0)).toBe(500)
  })

  it('remembers that something may have arrived until it is settled, and lets the target finish first', () => {
    const lost = fail('timeout', { lost: true, random: 0 })
    expect(lost).toMatchObject({ unsure: true, unsureSince: now - 100, dueAt: now - 100 + settleMs, attempts: 1 })
    expect(lost.lease).toBeUndefined()
    expect(fail('unavailable', { unsure: true, unsureSince: 7 })).toMatchObject({ unsure: true, unsureSince: 7 })
    const done = afterSuccess({ ...row, unsure: true, unsureSince: 7, error: { kind: 'timeout' } }, now)
    expect(done).toEqual({ ...row, state: 'done', attempts: 1, doneAt: now, lease: undefined })
  })

  it('gives up on what nobody foresaw, and asks a person about lasting conflicts', () => {
    const again = (kind: 'bug' | 'conflict', before: AppError['kind']) => [3, 4].map((attempts) => fail(kind, { attempts, error: { kind: before } }).state)
    expect(again('bug', 'bug')).toEqual(['retry', 'dead'])
    expect(again('conflict', 'conflict')).toEqual(['retry', 'blocked'])
    expect([...again('bug', 'offline'), ...again('conflict', 'timeout')]).toEqual(['retry', 'retry', 'retry', 'retry'])
    expect(fail('conflict')).toMatchObject({ unsure: true, unsureSince: now - 100 })
  })

  it('takes an unforeseen failure for one that may have arrived', () => {
    expect(toFailure(new TypeError('x'))).toEqual({ error: { kind: 'bug', detail: 'x' }, unsure: true })
    expect(toFailure(new AppError('timeout', { unsure: true })).unsure).toBe(true)
    expect(toFailure(new AppError('invalid')).unsure).toBe(false)
  })
})

describe('circuit', () => {
  it('F26 opens after five failures in a row and rests twice as long each time, up to a quarter of an hour', () => {
    let circuit: Circuit | undefined
    let at = now
    const waits: number[] = []
    for (let n = 0; n < 12; n += 1) {
      circuit = afterFailureOfTheWay('o', circuit, at)
      waits.push((circuit.until - at) / 1_000)
      at = circuit.until
    }
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
    expect(isOnTrial(circuit)).toBe(true)
    expect(isOnTrial({ key: 'o', failures: failuresToRest - 1, until: now })).toBe(false)
  })

  it('learns nothing from what was under way when it opened', () => {
    const open = { key: 'o', failures: 5, until: now + 30_000 }
    expect(afterFailureOfTheWay('o', open, now)).toBe(open)
  })

  it('rests until its moment, unless a clock since put back makes that absurd', () => {
    const circuit = { key: 'o', failures: 5, until: now }
    expect([rests(circuit, now - 1), rests(circuit, now), rests(circuit, now - 86_400_000), rests(undefined, now)]).toEqual([true, false, false, false])
  })

  it('is one per CRM organisation and one for the hub', () => {
    expect([circuitKey(row), circuitKey({ ...row, target: 'hub' })]).toEqual(['o', 'hub'])
  })

  it('counts failures of the way, not of the row', () => {
    expect([isOfTheWay({ kind: 'unavailable' }), isOfTheWay({ kind: 'invalid' }), isOfTheWay({ kind: 'storage-full' })]).toEqual([true, false, false])
  })
})
