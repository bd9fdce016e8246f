import { CircleHelp, Clock, LoaderCircle, ThumbsDown, ThumbsUp } from 'lucide-react'
import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { verdictValue, type VerdictValue } from '@/lib/domain/ledger'
import { cx } from '@/components/ui/cx'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import type { Act } from '../acts/use-act'
import { useSettled } from '../acts/use-settled'

const looks = {
  good: { icon: ThumbsUp, chosen: 'border-good bg-good-soft text-good', tone: 'text-good' },
  not_yet: { icon: Clock, chosen: 'border-warn bg-warn-soft text-warn', tone: 'text-warn' },
  wrong: { icon: ThumbsDown, chosen: 'border-bad bg-bad-soft text-bad', tone: 'text-bad' },
  cant_tell: { icon: CircleHelp, chosen: 'border-edge bg-sunken text-ink', tone: 'text-faint' },
} as const satisfies Record<VerdictValue, object>

interface ButtonsProps {
  /** Absent: nobody can be judged yet. */
  give: Act<VerdictValue> | undefined
  chosen: VerdictValue | undefined
  /** The chosen answer was pressed again. */
  again?: () => void
}

/** The four answers: one tab stop, arrow keys between them. */
export function Buttons({ give, chosen, again }: ButtonsProps) {
  const settled = useSettled()
  const off = !give || !settled || give.pending !== undefined
  return (
    <ToggleGroup aria-label={i18n.t('panel.verdict.title')} value={chosen ? [chosen] : []} className="grid grid-cols-[repeat(auto-fit,minmax(3.9rem,1fr))] gap-1.5">
      {verdictValue.options.map((verdict) => {
        const { icon, chosen: chosenLook, tone } = looks[verdict]
        const saving = give?.pending === verdict
        const Icon = saving ? LoaderCircle : icon
        return (
          <Toggle
            key={verdict}
            value={verdict}
            aria-disabled={off || undefined}
            aria-busy={saving || undefined}
            className={cx(
              'flex min-h-8 min-w-0 items-center justify-center gap-1 rounded-md border px-0.5 text-small font-medium whitespace-nowrap select-none transition-colors',
              'max-[22rem]:flex-col max-[22rem]:gap-0 max-[22rem]:py-0.5',
              chosen === verdict ? chosenLook : off ? 'border-line bg-transparent text-faint' : 'border-edge bg-paper text-ink hover:bg-sunken',
            )}
            {...(off ? {} : chosen === verdict ? { onClick: again } : give.on(verdict))}
          >
            <Icon aria-hidden size={14} className={cx('shrink-0', off || chosen === verdict ? undefined : tone, saving && 'animate-spin')} />
            {message(`verdict.${verdict}`)}
          </Toggle>
        )
      })}
    </ToggleGroup>
  )
}
