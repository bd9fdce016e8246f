import { useSyncExternalStore } from 'react'

export const pages = ['home', 'library', 'feedback', 'connections', 'data', 'set-up'] as const
export type Page = (typeof pages)[number]

/** The page named by the address's fragment; the fragment is the only state, so that back and forward work. */
export function usePage(): Page {
  const hash = useSyncExternalStore(watch, () => location.hash)
  const wanted = hash.replace(/^#\/?/, '').split('?')[0]
  return pages.find((page) => page === wanted) ?? 'home'
}

export function linkTo(page: Page): string {
  return `#/${page}`
}

export function goTo(page: Page): void {
  location.hash = linkTo(page)
}

function watch(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
