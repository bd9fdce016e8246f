import { useEffect, useLayoutEffect, useState } from 'react'
import type { PanelContext } from '@/lib/bus/protocol/panel'
import type { ErrorInfo } from '@/lib/domain/errors'
import { usePanel } from '../panel-context'

/** A hidden tab gets no animation frames, and a copy can be slow to come: the loader must not wait for ever. Milliseconds. */
const patience = 100

/**
 * Tells the loader that what the panel shows is the record with this key, or with an empty key nobody. Sent anew for
 * each context that is shown, once the screen is in the document and the frame it is drawn in has been handed on: the loader may then show the panel
 * without showing the record before.
 */
export function usePainted(key: string, ready: boolean, shown: PanelContext | ErrorInfo | undefined): void {
  const { bus } = usePanel()
  useLayoutEffect(() => {
    if (!ready || !shown) return
    let told = false
    const tell = () => {
      if (told) return
      told = true
      bus.ask('panel.painted', { key }).catch(() => undefined)
    }
    let drawn: ReturnType<typeof setTimeout> | undefined
    // A task queued by an animation frame's callback runs after that frame was drawn.
    const frame = requestAnimationFrame(() => {
      drawn = setTimeout(tell)
    })
    const late = setTimeout(tell, patience)
    return () => {
      told = true
      cancelAnimationFrame(frame)
      clearTimeout(drawn)
      clearTimeout(late)
    }
  }, [bus, key, ready, shown])
}

/** Whether something has come, or has been waited for long enough. */
export function useSoon(here: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (here) return
    const timer = setTimeout(() => setLate(true), patience)
    return () => clearTimeout(timer)
  }, [here])
  return here || late
}
