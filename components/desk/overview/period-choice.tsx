import { i18n } from '#i18n'
import { Choice } from '../shell/field'
import { periodText } from './period-text'

const usual = ['', '30', '90', '365']

/** How far back; a period that came with a link is offered, too. */
export function PeriodChoice({ value, onChange }: { value: string; onChange: (period: string) => void }) {
  const periods = usual.includes(value) ? usual : [...usual, value]
  return (
    <Choice aria-label={i18n.t('feedback.period')} value={value} onChange={(event) => onChange(event.target.value)}>
      {periods.map((period) => <option key={period} value={period}>{periodText(period)}</option>)}
    </Choice>
  )
}
