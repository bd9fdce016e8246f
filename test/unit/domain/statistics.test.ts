import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newcombe, wilson } from '@/lib/domain/statistics'

/** Mulberry32: the same numbers on every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function drawn(random: () => number, n: number, share: number): number {
  let successes = 0
  for (let index = 0; index < n; index += 1) if (random() < share) successes += 1
  return successes
}

describe('wilson', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the values Newcombe published for %s of %s', (successes, n, low, high) => {
    const interval = wilson(successes, n)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it.each([[9, 20, 26, 66], [18, 40, 31, 60], [36, 80, 35, 56], [45, 100, 36, 55], [90, 200, 38, 52], [180, 400, 40, 50], [3, 3, 44, 100], [30, 60, 38, 62]])(
    'says %s of %s is %s to %s percent', (successes, n, low, high) => {
      const interval = wilson(successes, n)
      expect([interval.low * 100, interval.high * 100].map(Math.round)).toEqual([low, high])
    })

  it('knows nothing without observations', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  })

  it('holds the share, stays within 0 and 1, mirrors, and narrows with n', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (n, seed) => {
      const successes = seed % (n + 1)
      const { low, high } = wilson(successes, n)
      const mirrored = wilson(n - successes, n)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(successes / n)
      expect(high).toBeGreaterThanOrEqual(successes / n)
      expect(mirrored.low).toBeCloseTo(1 - high, 10)
      expect(wilson(successes * 4, n * 4).high - wilson(successes * 4, n * 4).low).toBeLessThan(high - low)
    }))
  })

  it('holds the true share in 93 to 97 percent of samples', () => {
    const random = seeded(20260316)
    let covered = 0
    const samples = 20_000
    for (let index = 0; index < samples; index += 1) {
      const n = 20 + Math.floor(random() * 180)
      const share = 0.05 + random() * 0.9
      const { low, high } = wilson(drawn(random, n, share), n)
      if (low <= share && share <= high) covered += 1
    }
    expect(covered / samples).toBeGreaterThan(0.93)
    expect(covered / samples).toBeLessThan(0.97)
  })
})

describe('newcombe', () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('gives the values published for %s of %s and %s of %s', (a, n, b, m, low, high) => {
    const interval = newcombe({ successes: a, n }, { successes: b, n: m })
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('turns its sign with the order, holds the difference, and stays within -1 and 1', () => {
    const tallied = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.nat()).map(([n, seed]) => ({ n, successes: seed % (n + 1) }))
    fc.assert(fc.property(tallied, tallied, (a, b) => {
      const { low, high } = newcombe(a, b)
      const turned = newcombe(b, a)
      const difference = a.successes / a.n - b.successes / b.n
      expect(turned.low).toBeCloseTo(-high, 10)
      expect(low - 1e-12).toBeLessThanOrEqual(difference)
      expect(high + 1e-12).toBeGreaterThanOrEqual(difference)
      expect(low).toBeGreaterThanOrEqual(-1)
      expect(high).toBeLessThanOrEqual(1)
    }))
  })

  it('holds the true difference in 93 to 97 percent of samples', () => {
    const random = seeded(7)
    let covered = 0
    const samples = 10_000
    for (let index = 0; index < samples; index += 1) {
      const [n, m] = [20 + Math.floor(random() * 130), 20 + Math.floor(random() * 130)]
      const [p, q] = [0.1 + random() * 0.8, 0.1 + random() * 0.8]
      const { low, high } = newcombe({ successes: drawn(random, n, p), n }, { successes: drawn(random, m, q), n: m })
      if (low <= p - q && p - q <= high) covered += 1
    }
    expect(covered / samples).toBeGreaterThan(0.93)
    expect(covered / samples).toBeLessThan(0.97)
  })

  it('says nothing of what was never observed', () => {
    const { low, high } = newcombe({ successes: 0, n: 0 }, { successes: 0, n: 0 })
    expect(low).toBeLessThan(-0.5)
    expect(high).toBeGreaterThan(0.5)
  })
})
