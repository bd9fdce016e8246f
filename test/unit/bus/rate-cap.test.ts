import { expect, it } from 'vitest'
import { createRateCap } from '@/lib/bus/rate-cap'

it('lets a burst through, then a steady rate, and says when to come back', () => {
  let now = 1000
  const cap = createRateCap(() => now, 3, 10)
  expect([1, 2, 3, 4].map(() => cap.retryAt('a'))).toEqual([undefined, undefined, undefined, 1100])
  now = 1099
  expect(cap.retryAt('a')).toBe(1100)
  now = 1100
  expect(cap.retryAt('a')).toBeUndefined()
  expect(cap.retryAt('a')).toBe(1200)
})

it('never holds more than the burst, and no clock set back locks a sender out', () => {
  let now = 0
  const cap = createRateCap(() => now, 2, 10)
  now = 1_000_000
  expect([1, 2, 3].map(() => cap.retryAt('a') === undefined)).toEqual([true, true, false])
  now = 5
  expect(cap.retryAt('a')).toBe(105)
  now = 105
  expect(cap.retryAt('a')).toBeUndefined()
})
