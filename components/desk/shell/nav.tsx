import { BookOpenCheck, Cable, ChartNoAxesCombined, Database, House, Library, Lightbulb, MessageSquareText, type LucideIcon } from 'lucide-react'
import { cx } from '@/components/ui/cx'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { linkTo, type Page } from './route'
import { useInSight } from './use-in-sight'

const entries: { page: Page; icon: LucideIcon }[] = [
  { page: 'home', icon: House }, { page: 'overview', icon: ChartNoAxesCombined }, { page: 'feedback', icon: MessageSquareText }, { page: 'findings', icon: Lightbulb }, { page: 'playbook', icon: BookOpenCheck }, { page: 'library', icon: Library },
  { page: 'connections', icon: Cable }, { page: 'data', icon: Database },
]

export function Nav({ current }: { current: Page }) {
  const row = useInSight<HTMLElement>(current)
  return (
    <nav ref={row} aria-label={i18n.t('desk.nav')} className="flex shrink-0 gap-1 print:hidden overflow-x-auto border-b border-line bg-raised p-2 md:w-52 md:flex-col md:border-r md:border-b-0 md:p-3">
      <p className="hidden px-2 pt-1 pb-4 text-large font-semibold text-accent-strong md:block">Leadside</p>
      {entries.map(({ page, icon: Icon }) => (
        <a
          key={page}
          href={linkTo(page)}
          aria-current={page === current ? 'page' : undefined}
          className={cx('flex min-h-8 items-center gap-2 rounded-md px-2.5 whitespace-nowrap', page === current ? 'bg-accent-soft font-medium text-accent-strong' : 'text-soft hover:bg-sunken hover:text-ink')}
        >
          <Icon aria-hidden size={16} />
          {message(`desk.page_${page}`)}
        </a>
      ))}
    </nav>
  )
}
