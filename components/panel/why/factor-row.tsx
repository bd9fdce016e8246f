import { useId, useState } from 'react'
import { ChevronDown } from 'lucide-react'
import type { Factor } from '@/lib/domain/why/factor'
import type { Story } from '@/lib/domain/touch'
import { cx } from '@/components/ui/cx'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'
import { TouchRow } from '../story/touch-row'
import { evidenceOf } from './evidence-of'

const shownAtMost = 12

/** One reason; pressing it shows the touches behind it. */
export function FactorRow({ factor, stories }: { factor: Factor; stories: readonly Story[] }) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const { touches, elsewhere } = open ? evidenceOf(factor, stories, shownAtMost) : { touches: [], elsewhere: 0 }
  const weight = factor.weight >= 0.66 ? 'bg-accent' : factor.weight >= 0.33 ? 'bg-accent/60' : 'bg-accent/30'
  const text = (
    <>
      <span aria-hidden className={cx('mt-1.5 size-1.5 shrink-0 rounded-full', weight)} />
      <span className="min-w-0 flex-1"><Said sentence={factor.sentence} /></span>
    </>
  )
  if (factor.touchIds.length === 0) return <li className="flex items-start gap-2 px-1.5 py-1 text-start">{text}</li>
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className="group flex min-h-6 w-full items-start gap-2 rounded-md px-1.5 py-1 text-start transition-colors hover:bg-sunken"
      >
        {text}
        <ChevronDown aria-hidden size={14} className={cx('mt-0.5 shrink-0 text-faint transition-transform', open && 'rotate-180')} />
      </button>
      {open && (
        <div id={id} className="ms-2 mb-1.5 border-s-2 border-line ps-2.5">
          <ul>{touches.map((touch) => <TouchRow key={touch.id} touch={touch} titled />)}</ul>
          {elsewhere > 0 && <p className="py-1 text-small text-faint">{i18n.t('panel.why.elsewhere', elsewhere)}</p>}
        </div>
      )}
    </li>
  )
}
