import { dayAfter, startOfDay } from '@/lib/domain/days'
import type { Promotion } from '@/lib/domain/promotion'
import { i18n } from '#i18n'
import { Field, TextBox } from '../../shell/field'
import { toDayField } from '../words'

/** From a day to a day, that one included; kept as the first moment and the first moment after. */
export function PromotionDates({ from, until, onChange }: Pick<Promotion, 'from' | 'until'> & { onChange: (dates: Pick<Promotion, 'from' | 'until'>) => void }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={i18n.t('playbook.firstDay')} hint={i18n.t('playbook.firstDayHint')}>{(ids) => <TextBox {...ids} type="date" value={toDayField(from)} onChange={(event) => onChange({ from: startOfDay(event.target.value) })} />}</Field>
      <Field label={i18n.t('playbook.lastDay')} hint={i18n.t('playbook.lastDayHint')}>
        {(ids) => <TextBox {...ids} type="date" value={toDayField(until === undefined ? undefined : until - 1)} onChange={(event) => onChange({ until: dayAfterThat(event.target.value) })} />}
      </Field>
    </div>
  )
}

function dayAfterThat(day: string): number | undefined {
  const start = startOfDay(day)
  return start === undefined ? undefined : startOfDay(dayAfter(start, 1))
}
