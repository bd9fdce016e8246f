import type { Difference } from '@/lib/domain/acceptance'
import { keptFormat } from '@/components/ui/locale'
import { i18n } from '#i18n'

interface ChangeProps {
  change: Difference
  /** Whether there is a period to compare with the one before. */
  bounded?: boolean
  short?: boolean
}

/** "+8 points (−3 to +19)": a difference never without its interval, and never said where it is too early. */
export function ChangeText({ change, bounded = true, short = false }: ChangeProps) {
  if (short && (!bounded || !change.known)) return <span className="text-small text-faint">{bounded ? i18n.t('overview.early') : '–'}</span>
  if (!bounded) return <span className="text-small text-soft">{i18n.t('overview.changeNoPeriod')}</span>
  if (!change.known) return <span className="text-small text-soft">{i18n.t('overview.changeUnknown')}</span>
  const { difference, interval } = change
  const sure = interval.low > 0 || interval.high < 0
  return (
    <span className="text-small whitespace-nowrap tabular-nums">
      <span className={sure ? 'font-semibold text-ink' : 'text-soft'}>{i18n.t('overview.points', [points(difference)])}</span>
      <span className="text-soft"> ({i18n.t('feedback.between', [points(interval.low), points(interval.high)])})</span>
    </span>
  )
}

const signed = keptFormat((of) => new Intl.NumberFormat(of, { signDisplay: 'exceptZero', maximumFractionDigits: 0 }))

function points(share: number): string {
  return signed().format(share * 100)
}
