import { cx } from '@/components/ui/cx'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { linkTo } from '../shell/route'
import { useInSight } from '../shell/use-in-sight'

export const libraryTabs = ['assets', 'sources', 'requests', 'care', 'gaps'] as const
export type LibraryTab = (typeof libraryTabs)[number]

/** Where a page of the library is, with what else its address says. */
export function libraryLink(tab: LibraryTab | 'asset', more: Readonly<Record<string, string>> = {}): string {
  return linkTo('library', new URLSearchParams({ ...(tab === 'assets' ? {} : { tab }), ...more }).toString())
}

/** The library's own pages. */
export function LibraryTabs({ current }: { current: LibraryTab | undefined }) {
  const row = useInSight<HTMLElement>(current)
  return (
    <nav ref={row} aria-label={i18n.t('desk.page_library')} className="mx-auto flex w-full max-w-6xl gap-1 overflow-x-auto border-b border-line px-4 pt-3 md:px-8">
      {libraryTabs.map((tab) => (
        <a
          key={tab}
          href={libraryLink(tab)}
          aria-current={tab === current ? 'page' : undefined}
          className={cx('-mb-px border-b-2 px-3 py-1.5 whitespace-nowrap', tab === current ? 'border-accent font-medium text-accent-strong' : 'border-transparent text-soft hover:text-ink')}
        >
          {message(`library.tab_${tab}`)}
        </a>
      ))}
    </nav>
  )
}
