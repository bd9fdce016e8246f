import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { Choice } from '../shell/field'

const days = ['30', '90', '365']

/** How far back; a span of days that came with a link is shown as such. */
export function PeriodChoice({ value, onChange }: { value: string; onChange: (period: string) => void }) {
  const [from, to] = value.split('_')
  return (
    <Choice aria-label={i18n.t('feedback.period')} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{i18n.t('feedback.always')}</option>
      {days.map((count) => <option key={count} value={count}>{message('feedback.days', [count], Number(count))}</option>)}
      {to !== undefined && <option value={value}>{i18n.t('overview.span', [from ?? '', to])}</option>}
    </Choice>
  )
}
