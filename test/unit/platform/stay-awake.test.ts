import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stayAwake } from '@/lib/platform/stay-awake'

let calls = 0
vi.mock('wxt/browser', () => ({ browser: { runtime: { getPlatformInfo: async () => { calls += 1 } } } }))

describe('the background during long work', () => {
  beforeEach(() => {
    calls = 0
    vi.useFakeTimers()
  })
  afterEach(() => vi.useRealTimers())

  it.each([['done', true], ['failed', false]])('calls something every twenty seconds, until it is %s', async (_, isDone) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    stayAwake(promise)
    await vi.advanceTimersByTimeAsync(65_000)
    expect(calls).toBe(3)
    if (isDone) resolve()
    else reject(new Error('no reason'))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(calls).toBe(3)
  })

  it('lets it end where the work never does', async () => {
    stayAwake(new Promise(() => undefined))
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(calls).toBeLessThanOrEqual(15)
  })
})
