import { useState } from 'react'
import { dayAfter } from '@/lib/domain/days'
import { trigger } from '@/lib/domain/ledger'
import { usualReturnDay } from '@/lib/domain/returns'
import type { VerdictView } from '@/lib/domain/view'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { message } from '@/components/ui/message'
import { spanText } from '@/components/ui/when'
import { i18n } from '#i18n'
import type { Act } from '../acts/use-act'
import { usePanel } from '../panel-context'
import type { Detail } from './use-detail'

const spans = [14, 30, 90]

/** When the lead shall come back: on a day, or when something happens. */
export function Return({ mine: { event }, detail }: { mine: VerdictView; detail: Act<Detail> }) {
  const { clock } = usePanel()
  const today = dayAfter(clock(), 0)
  const [picked, setPicked] = useState(event.until ?? usualReturnDay(clock()))
  const usable = /^\d{4}-\d{2}-\d{2}$/.test(picked) && picked > today
  return (
    <fieldset>
      <legend className="pb-1 text-small text-soft">{i18n.t('panel.verdict.return')}</legend>
      <div className="flex flex-wrap items-center gap-1">
        {spans.map((days) => {
          const until = dayAfter(clock(), days)
          return <Chip key={days} pressed={event.until === until} {...detail.on({ until, trigger: undefined })}>{i18n.t('panel.verdict.in', [spanText(days)])}</Chip>
        })}
        {trigger.options.map((kind) => (
          <Chip key={kind} pressed={event.trigger === kind} {...detail.on({ trigger: kind, until: undefined })}>{message(`panel.verdict.trigger.${kind}`)}</Chip>
        ))}
        <span className="inline-flex items-center gap-1">
          <input
            type="date"
            aria-label={i18n.t('panel.verdict.day')}
            value={picked}
            min={dayAfter(clock(), 1)}
            onChange={(change) => setPicked(change.target.value)}
            className="min-h-6 rounded-md border border-edge bg-paper px-1.5 text-small"
          />
          <Button className="min-h-6 px-2 text-small" off={!usable || picked === event.until || detail.pending !== undefined} {...detail.on({ until: picked, trigger: undefined })}>
            {i18n.t('panel.verdict.setDay')}
          </Button>
        </span>
      </div>
    </fieldset>
  )
}
