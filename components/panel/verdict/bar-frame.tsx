import { useId, type ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { i18n } from '#i18n'

/** The bottom edge: always there, whatever is loading above it. `aside` says as whom the rep acts; `open` that details are. */
export function BarFrame({ aside, open = false, children }: { aside?: ReactNode; open?: boolean; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={cx('flex max-h-[72%] shrink-0 flex-col border-t border-line bg-raised px-3 pt-1.5 pb-2 short:mt-auto', open ? 'short:max-h-none' : 'short:sticky short:bottom-0 short:z-10')}>
      <div className="flex shrink-0 items-baseline justify-between gap-2">
        <h2 id={id} className="shrink-0 font-semibold">{i18n.t('panel.verdict.title')}</h2>
        {aside && <p className="min-w-0 truncate text-tiny text-faint">{aside}</p>}
      </div>
      {children}
    </section>
  )
}
