import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGuard, isClear, settleTime, type GuardEnvironment } from '@/components/panel/guard'

type Heard = Parameters<GuardEnvironment['watch']>[0]
const target = {} as Element

/** A browser whose observer answers a new look after `delay`, or never. */
function browser({ seesCovers = true, delay = 16, answers = true } = {}) {
  let heard: Heard = () => undefined
  let shifted = () => undefined as void
  const seen = { isVisible: true, intersectionRatio: 1 }
  const report = () => heard([{ ...seen, time: performance.now() }])
  const environment: GuardEnvironment = {
    now: () => performance.now(),
    seesCovers,
    watch(callback) {
      heard = callback
      return { observe: () => void (answers && setTimeout(report, delay)), unobserve: () => undefined, disconnect: () => undefined }
    },
    onShift(callback) {
      shifted = callback
      return () => undefined
    },
  }
  return { environment, seen, report, shift: () => shifted() }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

async function sightAfter(ms: number, fake: ReturnType<typeof browser>, change?: () => void) {
  const guard = createGuard(target, fake.environment)
  await vi.advanceTimersByTimeAsync(ms)
  change?.()
  const sight = guard.sight()
  await vi.advanceTimersByTimeAsync(400)
  return sight
}

describe('the guard', () => {
  it('S23 calls a panel clear that has been whole and uncovered for long enough', async () => {
    const sight = await sightAfter(1000, browser())
    expect(sight).toMatchObject({ visible: 'yes', ratio: 1 })
    expect(isClear(sight)).toBe(true)
  })

  it('S23 sees a cover that came after the last report, because it looks again at the click', async () => {
    const fake = browser()
    const sight = await sightAfter(1000, fake, () => void (fake.seen.isVisible = false))
    expect(isClear(sight)).toBe(false)
  })

  it('S23 refuses a panel that is cut off', async () => {
    const fake = browser()
    fake.seen.intersectionRatio = 0.9
    expect(isClear(await sightAfter(1000, fake))).toBe(false)
  })

  it('S27 waits for the look it asked for, however often it is asked where frames are slow', async () => {
    const fake = browser()
    let pending: ReturnType<typeof setTimeout> | undefined
    const { watch } = fake.environment
    fake.environment.watch = (heard, options) => ({
      ...watch(heard, options),
      observe: () => void (pending = setTimeout(fake.report, 200)),
      unobserve: () => clearTimeout(pending),
    })
    const guard = createGuard(target, fake.environment)
    for (let look = 0; look < 10; look += 1) {
      await vi.advanceTimersByTimeAsync(150)
      guard.look()
    }
    const sight = guard.sight()
    await vi.advanceTimersByTimeAsync(400)
    expect(isClear(await sight)).toBe(true)
  })

  it('S23 refuses when the browser does not answer in time', async () => {
    expect(await sightAfter(1000, browser({ answers: false }))).toMatchObject({ visible: 'no', ratio: 0 })
  })

  it('S23 judges an answer of at most a quarter of a second without waiting', async () => {
    const fake = browser()
    const guard = createGuard(target, fake.environment)
    await vi.advanceTimersByTimeAsync(1000)
    guard.look()
    await vi.advanceTimersByTimeAsync(100)
    let sight: unknown
    void guard.sight().then((found) => (sight = found))
    await Promise.resolve()
    await Promise.resolve()
    expect(sight).toMatchObject({ visible: 'yes' })
  })

  it('says that it does not know where the browser cannot tell', async () => {
    const sight = await sightAfter(1000, browser({ seesCovers: false }))
    expect(sight.visible).toBe('unknown')
    expect(isClear(sight)).toBe(true)
  })

  it('S24 waits after the frame appeared', async () => {
    expect(isClear(await sightAfter(0, browser()))).toBe(false)
  })

  it.each(['moved', 'uncovered'] as const)('S24 waits again after it was %s', async (how) => {
    const fake = browser()
    const guard = createGuard(target, fake.environment)
    await vi.advanceTimersByTimeAsync(2000)
    expect(guard.settled()).toBe(true)
    if (how === 'moved') fake.shift()
    else {
      fake.seen.isVisible = false
      fake.report()
      fake.seen.isVisible = true
      fake.report()
    }
    expect(guard.settled()).toBe(false)
    const told = vi.fn()
    guard.listen(told)
    await vi.advanceTimersByTimeAsync(settleTime + 20)
    expect(guard.settled()).toBe(true)
    expect(told).toHaveBeenCalled()
  })
})
