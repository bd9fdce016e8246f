import { describe, expect, it } from 'vitest'
import { createFrameCheck } from '@/entrypoints/background/parts/frame-check'

function setUp() {
  let now = 1_000
  const asked: number[] = []
  const sleepers: (() => void)[] = []
  const clock = { now: () => now, sleep: () => new Promise<void>((resolve) => sleepers.push(resolve)) }
  const check = createFrameCheck({ clock, ask: (tabId) => asked.push(tabId) })
  return { check, asked, wait: (ms: number) => (now += ms), sleep: () => sleepers.forEach((done) => done()) }
}

describe('frame check', () => {
  it('asks the loader and passes its word on', async () => {
    const { check, asked } = setUp()
    const clear = check.frameIsClear(3)
    check.seen(3, true)
    expect([await clear, asked]).toEqual([true, [3]])
  })

  it('S27 takes a look of the last 250 ms, of the same tab only', async () => {
    const { check, asked, wait } = setUp()
    void check.frameIsClear(3)
    check.seen(3, true)
    wait(250)
    expect(await check.frameIsClear(3)).toBe(true)
    void check.frameIsClear(4)
    wait(1)
    const again = check.frameIsClear(3)
    check.seen(3, false)
    expect([await again, asked]).toEqual([false, [3, 4, 3]])
  })

  it('counts silence as covered', async () => {
    const { check, sleep } = setUp()
    const clear = check.frameIsClear(3)
    sleep()
    expect(await clear).toBe(false)
  })
})
