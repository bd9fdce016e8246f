import { useEffect, useRef, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ErrorBoundary, useFault } from '@/components/ui/error-boundary'
import { message } from '@/components/ui/message'
import { readAnew } from '@/components/panel/data/read-anew'
import { Problem } from '../data/problem'
import { DeskPage } from './page'
import { useFragment, type Page } from './route'

/** Where a page cannot be drawn, its place says so and the way to the others stays. Give it the page as its `key`. */
export function PageBoundary({ page, children }: { page: Page; children: ReactNode }) {
  return <ErrorBoundary broken={<BrokenPage page={page} />}>{children}</ErrorBoundary>
}

function BrokenPage({ page }: { page: Page }) {
  const { error, again } = useFault()
  const client = useQueryClient()
  const fragment = useFragment()
  const broken = useRef(fragment)
  // Another tab or filter of the same page may well be drawn.
  useEffect(() => {
    if (fragment !== broken.current) again()
  }, [again, fragment])
  const redraw = () => void readAnew(client).then(again)
  return <DeskPage title={message(`desk.page_${page}`)}><Problem of={error} retry={redraw} /></DeskPage>
}

/** Not even what stands around the pages can be drawn. */
export function BrokenDesk() {
  const { error } = useFault()
  return <main className="p-6"><Problem of={error} retry={() => location.reload()} /></main>
}
