import * as z from 'zod/mini'
import type { Notice } from '../view'
import { say } from '../sentence'
import { dueAt } from './span'
import type { PromisedSpan } from './promise'
import type { Wait } from './waits'
import type { Zone } from './zone'

/** Sales' promise on one lead that has had neither verdict nor touch. Epoch milliseconds. */
export const promiseClock = z.strictObject({
  from: z.number(),
  by: z.enum(['hand-over', 'opened']),
  due: z.number(),
  state: z.enum(['running', 'near', 'over']),
})
export type PromiseClock = z.infer<typeof promiseClock>

/** The last part of the promised time, in which the lead is nearly due. */
const nearShare = 0.25

/** `undefined`: answered already, or nothing is counted from. */
export function clockOf(wait: Wait | undefined, promised: PromisedSpan, zone: Zone, now: number): PromiseClock | undefined {
  if (!wait || wait.to !== undefined) return undefined
  const due = dueAt(wait.from, promised, zone)
  const state = now >= due ? 'over' : due - now <= (due - wait.from) * nearShare ? 'near' : 'running'
  return { from: wait.from, by: wait.by ?? 'opened', due, state }
}

/** Said once when it is nearly due, and once when it is over. */
export function clockNotice(key: string, { from, due, state }: PromiseClock, now: number): Notice | undefined {
  if (state === 'running') return undefined
  const id = `promise:${state}:${key}:${from}`
  const hours = Math.abs(due - now) / 3_600_000
  return { id, kind: 'promise', sentence: say(state === 'near' ? 'notice.promise_near' : 'notice.promise_over', { hours }) }
}
