import { useEffect, useRef, useState } from 'react'

/** How wide an element is drawn, in pixels; a guess before it is. */
export function useWidth<T extends HTMLElement>(guess = 640) {
  const ref = useRef<T>(null)
  const [width, setWidth] = useState(guess)
  useEffect(() => {
    const element = ref.current
    if (!element || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(80, Math.floor(entry.contentRect.width))))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width] as const
}
