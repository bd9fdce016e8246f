import { useLayoutEffect, useRef, type RefObject } from 'react'
import { useScreen } from './screen-store'

/** Another page begins at its top; the record's own is found again where it was left. */
export function useScrollPerPage(): { ref: RefObject<HTMLElement | null>; onScroll: () => void } {
  const page = useScreen((screen) => screen.page.name)
  const ref = useRef<HTMLElement>(null)
  const left = useRef(0)
  const shown = useRef(page)
  useLayoutEffect(() => {
    shown.current = page
    ref.current?.scrollTo(0, page === 'record' ? left.current : 0)
    // In a short window it is the whole panel that scrolls.
    if (page !== 'record') ref.current?.scrollIntoView({ block: 'start' })
  }, [page])
  return {
    ref,
    onScroll() {
      if (shown.current === 'record') left.current = ref.current?.scrollTop ?? 0
    },
  }
}
