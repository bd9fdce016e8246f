import { useMemo, useSyncExternalStore } from 'react'

export const pages = ['home', 'overview', 'library', 'feedback', 'findings', 'playbook', 'review', 'connections', 'data', 'set-up'] as const
export type Page = (typeof pages)[number]

/** The address's whole fragment. */
export function useFragment(): string {
  return useSyncExternalStore(watch, () => location.hash)
}

/** The page named by the address's fragment; the fragment is the only state, so that back and forward work. */
export function usePage(): Page {
  const hash = useFragment()
  const wanted = hash.replace(/^#\/?/, '').split('?')[0]
  return pages.find((page) => page === wanted) ?? 'home'
}

/** What the fragment says beyond the page: filters, for example. */
export function useFragmentQuery(): URLSearchParams {
  const hash = useFragment()
  return useMemo(() => queryOf(hash), [hash])
}

/** The same at this very moment, for who acts rather than draws. */
export function readFragmentQuery(): URLSearchParams {
  return queryOf(location.hash)
}

function queryOf(hash: string): URLSearchParams {
  return new URLSearchParams(hash.split('?').slice(1).join('?'))
}

export function linkTo(page: Page, query = ''): string {
  return query === '' ? `#/${page}` : `#/${page}?${query}`
}

/** Changes the rest of the fragment. What is typed letter by letter makes no step to go back to. */
export function setFragmentQuery(page: Page, query: string, step: 'new' | 'same' = 'new'): void {
  history[step === 'new' ? 'pushState' : 'replaceState'](history.state, '', linkTo(page, query))
  // Said at once and not in a turn of its own, so that the next click stands on this one.
  dispatchEvent(new HashChangeEvent('hashchange'))
}

export function goTo(page: Page): void {
  location.hash = linkTo(page)
}

function watch(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
