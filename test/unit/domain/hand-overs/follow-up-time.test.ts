import { describe, expect, it } from 'vitest'
import type { HandOver } from '@/lib/domain/hand-over'
import { isOfFollowUp, type FollowUpPart } from '@/lib/domain/hand-overs/follow-up-time'
import { figuresOf, handOver, hour, start } from './leads'

const followUpTime = (handOvers: readonly HandOver[], now: number) => figuresOf(handOvers.map((one) => ({ handOver: one })), {}, now).time

const after = (n: number, hours: number): HandOver => handOver(n, { followedUpAt: start + hours * hour, followUpExact: true })
const waiting = (n: number, hours: number, now: number): HandOver => handOver(n, { at: now - hours * hour })

describe('time to first follow-up', () => {
  it('is the median and the ninth tenth of the times where nobody waits', () => {
    const times = followUpTime(Array.from({ length: 10 }, (_, n) => after(n, n + 1)), start + 100 * hour)
    expect(times).toMatchObject({ followedUp: 10, waiting: 0, unknown: 0, medianHours: 5, p90Hours: 9, steps: [1, 3, 6, 0, 0, 0] })
  })

  it('is not known for a share nobody has reached', () => {
    const now = start + 500 * hour
    const leads = [...Array.from({ length: 4 }, (_, n) => after(n, 2)), ...Array.from({ length: 6 }, (_, n) => waiting(10 + n, 400, now))]
    expect(followUpTime(leads, now)).toMatchObject({ followedUp: 4, waiting: 6, medianHours: undefined, p90Hours: undefined })
  })

  // Freireich et al., Blood 21 (1963): weeks in remission under 6-MP, the textbook example of the estimate; its median is 23.
  it('estimates as published where many still wait', () => {
    const done = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    const still = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    const now = start + 40 * hour
    const leads = [...done.map((weeks, n) => after(n, weeks)), ...still.map((weeks, n) => waiting(100 + n, weeks, now))]
    expect(followUpTime(leads, now)).toMatchObject({ followedUp: 9, waiting: 12, medianHours: 23, p90Hours: undefined })
  })

  it('does not change with those handed over a moment ago', () => {
    const now = start + 100 * hour
    const leads = Array.from({ length: 9 }, (_, n) => after(n, n + 1))
    expect(followUpTime([...leads, ...Array.from({ length: 50 }, (_, n) => waiting(50 + n, 0.1, now))], now).medianHours).toBe(followUpTime(leads, now).medianHours)
  })

  it.each([
    ['an unknown moment of hand-over', { precision: 'unknown', followedUpAt: start, followUpExact: true }],
    ['a hand-over known to the day', { precision: 'day' }],
    ['an activity known only to have been', { followedUpAt: start + hour, followUpExact: false }],
    ['activities nobody could read', { unknown: ['follow-up'] }],
  ] as [string, Partial<HandOver>][])('leaves out %s, and says so', (_name, changes) => {
    expect(followUpTime([handOver(1, changes)], start + hour)).toMatchObject({ followedUp: 0, waiting: 0, unknown: 1 })
  })

  it('counts the leads its numbers open', () => {
    const now = start + 100 * hour
    const leads = [after(1, 1), after(2, 3), after(3, 200), waiting(4, 9, now), handOver(5, { precision: 'day' })]
    const { followedUp, waiting: still, unknown, steps } = followUpTime(leads, now)
    const opened = (part: FollowUpPart) => leads.filter((lead) => isOfFollowUp(lead, part)).length
    expect([opened('followedUp'), opened('waiting'), opened('unknown'), ...steps.map((_, index) => opened(index))]).toEqual([followedUp, still, unknown, ...steps])
  })
})
