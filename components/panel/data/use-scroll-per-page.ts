import { useLayoutEffect, useRef, type RefObject } from 'react'
import { useScreen, type Page } from './screen-store'

/** Another page begins at its top; the record's own is found again where it was left, with the focus on what had led away. */
export function useScrollPerPage(): { ref: RefObject<HTMLElement | null>; onScroll: () => void } {
  const page = useScreen((screen) => screen.page)
  const ref = useRef<HTMLElement>(null)
  const left = useRef(0)
  const shown = useRef<Page>(page)
  useLayoutEffect(() => {
    const before = shown.current
    shown.current = page
    ref.current?.scrollTo(0, page.name === 'record' ? left.current : 0)
    // In a short window it is the whole panel that scrolls.
    if (page.name !== 'record') ref.current?.scrollIntoView({ block: 'start' })
    else if (before.name !== 'record') openerOf(before, ref.current)?.focus({ preventScroll: true })
  }, [page])
  return {
    ref,
    onScroll() {
      if (shown.current.name === 'record') left.current = ref.current?.scrollTop ?? 0
    },
  }
}

/** The button of an asset's card that leads to the page; the screen's main part where that is not there. */
function openerOf(page: Exclude<Page, { name: 'record' }>, main: HTMLElement | null): HTMLElement | null {
  return main?.querySelector<HTMLElement>(`[data-asset="${CSS.escape(page.assetId)}"] [data-opens="${page.name}"]`) ?? main
}
