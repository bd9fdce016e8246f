import { useEffect, useRef } from 'react'

/** A row that may be wider than the window: keeps its `aria-current` entry in the middle whenever another becomes `current`, moving sideways only. */
export function useInSight<T extends HTMLElement>(current: string | undefined) {
  const row = useRef<T>(null)
  useEffect(() => {
    const element = row.current
    const chosen = current === undefined ? undefined : element?.querySelector('[aria-current]')
    if (!element || !chosen) return undefined
    const bring = () => {
      const [outer, inner] = [element.getBoundingClientRect(), chosen.getBoundingClientRect()]
      element.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2)
    }
    bring()
    if (typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(bring)
    observer.observe(element)
    return () => observer.disconnect()
  }, [current])
  return row
}
