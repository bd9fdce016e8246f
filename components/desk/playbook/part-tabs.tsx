import { cx } from '@/components/ui/cx'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { linkTo } from '../shell/route'
import { useInSight } from '../shell/use-in-sight'

export const parts = ['journey', 'definitions', 'reasons', 'promises', 'promotions', 'versions'] as const
export type Part = (typeof parts)[number]

/** The playbook's own pages. */
export function PartTabs({ current }: { current: Part }) {
  const row = useInSight<HTMLElement>(current)
  return (
    <nav ref={row} aria-label={i18n.t('desk.page_playbook')} className="flex w-full gap-1 overflow-x-auto border-b border-line">
      {parts.map((part) => (
        <a
          key={part}
          href={linkTo('playbook', part === 'journey' ? '' : `part=${part}`)}
          aria-current={part === current ? 'page' : undefined}
          className={cx('-mb-px border-b-2 px-3 py-1.5 whitespace-nowrap', part === current ? 'border-accent font-medium text-accent-strong' : 'border-transparent text-soft hover:text-ink')}
        >
          {message(`playbook.part_${part}`)}
        </a>
      ))}
    </nav>
  )
}
