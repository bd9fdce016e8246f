import { expect, it } from 'vitest'
import { isRunning, lastMoment, runningPromotions, type Promotion } from '@/lib/domain/promotion'
import { now } from './make'

const promotion = (id: string, more: Partial<Promotion> = {}): Promotion => ({ id, label: id, products: [], assetIds: [], audience: [], ...more })

it.each([
  ['before its first moment', { from: now + 1 }, false], ['from its first moment on', { from: now }, true], ['up to its last', { until: now + 1 }, true], ['not at its end', { until: now }, false],
  ['always without an end', {}, true],
] as const)('runs %s: %o', (_, span, runs) => {
  expect(isRunning(span, now)).toBe(runs)
})

it('those that run, what ends first first', () => {
  const all = [promotion('open'), promotion('late', { until: now + 9 }), promotion('over', { until: now - 1 }), promotion('soon', { until: now + 2 }), promotion('later', { from: now + 5 })]
  expect(runningPromotions(all, now).map(({ id }) => id)).toEqual(['soon', 'late', 'open'])
})

it('ends on the day people mean by until', () => {
  expect([lastMoment({ until: now }), lastMoment({})]).toEqual([now - 1, undefined])
})
