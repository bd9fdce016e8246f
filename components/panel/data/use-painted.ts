import { useLayoutEffect } from 'react'
import { usePanel } from '../panel-context'

/** A hidden tab gets no animation frames; the loader must not wait for ever. */
const patience = 100

/**
 * Tells the loader that this record is on the screen. Sent once its view is in the document and the frame it is drawn in has
 * been handed on: the loader may then show the panel without showing the record before.
 */
export function usePainted(key: string, ready: boolean): void {
  const { bus } = usePanel()
  useLayoutEffect(() => {
    if (!ready) return
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
  }, [bus, key, ready])
}
