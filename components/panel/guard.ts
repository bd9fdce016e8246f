import type { Sight } from '@/lib/bus/protocol/panel'

/** How old an entry may be when it is judged, how long a new one may take, and how long a frame has to stand still; milliseconds. */
const freshFor = 250
const patience = 300
export const settleTime = 500
const wholeRatio = 0.99

interface WatchOptions extends IntersectionObserverInit { trackVisibility?: boolean; delay?: number }
type WatchEntry = Pick<IntersectionObserverEntry, 'intersectionRatio' | 'time'> & { isVisible?: boolean }
type Watcher = Pick<IntersectionObserver, 'observe' | 'unobserve' | 'disconnect'>

export interface GuardEnvironment {
  /** Monotonic milliseconds, the time line of observer entries. */
  now: () => number
  watch: (heard: (entries: WatchEntry[]) => void, options: WatchOptions) => Watcher
  /** Whether the browser tells if something covers the target (IntersectionObserver v2). */
  seesCovers: boolean
  /** Calls back when the frame was resized or shown again; returns the undo. */
  onShift: (shifted: () => void) => () => void
}

/** Tells whether a person can have seen what they act on. */
export interface Guard {
  /** Asks for a new look, so that the one judged at the click is fresh. */
  look(): void
  sight(): Promise<Sight>
  /** Whether the frame has stood still long enough for a click to be meant. */
  settled(): boolean
  /** Calls back whenever `settled` may have changed; returns the undo. */
  listen(changed: () => void): () => void
  stop(): void
}

/** Whether an act may go on: nothing covers the panel, all of it is shown, and it has not just appeared. */
export function isClear(sight: Sight): boolean {
  return sight.visible !== 'no' && sight.ratio >= wholeRatio && sight.settledFor >= settleTime
}

/** Where nothing can be put over the panel (the browser's own side panel, the desk). */
export const openGuard: Guard = {
  look: () => undefined,
  sight: () => Promise.resolve({ visible: 'unknown', ratio: 1, settledFor: settleTime }),
  settled: () => true,
  listen: () => () => undefined,
  stop: () => undefined,
}

/**
 * Watches the panel's root from inside its frame. The observer reports changes only, so a fresh look takes the target out
 * and in again: the entry follows within a frame.
 */
export function createGuard(target: Element, environment: GuardEnvironment): Guard {
  const { now, watch, seesCovers, onShift } = environment
  let last: WatchEntry | undefined
  /** An answer is on its way; taking the target out now would lose it, again and again where frames are slow. */
  let looking = true
  let since = now()
  let timer: ReturnType<typeof setTimeout> | undefined
  const waiting = new Set<() => void>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const changed of listeners) changed()
  }
  const clear = (entry: WatchEntry | undefined) => entry !== undefined && (!seesCovers || entry.isVisible === true) && entry.intersectionRatio >= wholeRatio

  function unsettle() {
    since = now()
    clearTimeout(timer)
    timer = setTimeout(tell, settleTime + 10)
    tell()
  }
  const watcher = watch((entries) => {
    const entry = entries.at(-1)
    if (!entry) return
    looking = false
    if (clear(entry) && !clear(last)) unsettle()
    last = entry
    for (const heard of waiting) heard()
    waiting.clear()
  }, { threshold: [0, 0.5, wholeRatio, 1], ...(seesCovers ? { trackVisibility: true, delay: 100 } : {}) })
  watcher.observe(target)
  const undo = onShift(unsettle)
  unsettle()

  const look = () => {
    if (looking) return
    looking = true
    watcher.unobserve(target)
    watcher.observe(target)
  }
  const fresh = () => last !== undefined && now() - last.time <= freshFor
  async function sight(): Promise<Sight> {
    if (!fresh()) {
      look()
      await new Promise<void>((resolve) => {
        waiting.add(resolve)
        setTimeout(resolve, patience)
      })
    }
    const known = fresh() ? last : undefined
    const visible = seesCovers ? (known?.isVisible ? 'yes' : 'no') : 'unknown'
    return { visible, ratio: known?.intersectionRatio ?? 0, settledFor: Math.round(now() - since) }
  }
  return {
    look,
    sight,
    settled: () => now() - since >= settleTime,
    listen(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    stop() {
      clearTimeout(timer)
      watcher.disconnect()
      undo()
      listeners.clear()
    },
  }
}

/** The guard of a real document. */
export function guardOf(target: Element): Guard {
  return createGuard(target, {
    now: () => performance.now(),
    watch: (heard, options) => new IntersectionObserver(heard, options),
    seesCovers: 'isVisible' in IntersectionObserverEntry.prototype,
    onShift(shifted) {
      const shown = () => document.visibilityState === 'visible' && shifted()
      window.addEventListener('resize', shifted)
      document.addEventListener('visibilitychange', shown)
      return () => {
        window.removeEventListener('resize', shifted)
        document.removeEventListener('visibilitychange', shown)
      }
    },
  })
}
