import { useEffect, useRef } from 'react'
import { usePanel } from '../panel-context'

/** Looks are repeated while somebody aims, so that the one at the click is younger than the 250 ms it may be old. */
const repeatMs = 150
/** A pointer that rests so long aims no more; what it presses then is looked at then. */
const aimMs = 3_000

/**
 * Has the panel and the tab's loader look at the frame before the click comes: from the moment the pointer rests on a control,
 * so that the click itself waits for nobody. What is judged is the same.
 */
export function useAim(): { onPointerEnter: () => void; onPointerLeave: () => void; look: () => void } {
  const { bus, guard, host } = usePanel()
  const timer = useRef<ReturnType<typeof setInterval>>(undefined)
  const last = useRef(0)

  function look() {
    guard.look()
    last.current = performance.now()
    if (host === 'frame') bus.ask('panel.aim', {}).catch(() => undefined)
  }
  function leave() {
    clearInterval(timer.current)
    timer.current = undefined
  }
  useEffect(() => () => clearInterval(timer.current), [])
  return {
    onPointerEnter() {
      leave()
      look()
      const until = performance.now() + aimMs
      timer.current = setInterval(() => (performance.now() < until && !document.hidden ? look() : leave()), repeatMs)
    },
    onPointerLeave: leave,
    look: () => {
      if (performance.now() - last.current > repeatMs) look()
    },
  }
}
