import type { Rate } from '@/lib/domain/acceptance'
import { cx } from '@/components/ui/cx'
import { keptFormat } from '@/components/ui/locale'
import { i18n } from '#i18n'

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

/** A rate as a dot in its interval on a line from 0 to 100 %, the figures beside it; no rate where it is too early for one. `alone`: under no other rate it would have to line up with. */
export function RateBar({ rate, alone = false }: { rate: Rate; alone?: boolean }) {
  if (!rate.known) return <span className="text-small text-soft">{i18n.t('feedback.tooEarly', rate.needed)}</span>
  const { low, high } = rate.interval
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <span className={cx('shrink-0 text-right font-semibold tabular-nums', !alone && 'sm:w-10')}>{percentText(rate.rate)}</span>
      <span aria-hidden className="relative hidden h-4 min-w-24 flex-1 sm:block">
        <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
        <span className="absolute top-0 h-full w-px bg-line" style={{ left: '50%' }} />
        <span className="absolute top-1/2 h-1 -translate-y-1/2 rounded-full bg-accent opacity-40" style={{ left: percent(low), width: percent(high - low) }} />
        <span className="absolute top-1/2 size-2.5 -translate-1/2 rounded-full bg-accent" style={{ left: percent(rate.rate) }} />
      </span>
      <span className="shrink-0 text-small whitespace-nowrap text-soft tabular-nums sm:w-24">{i18n.t('feedback.between', [percentText(low), percentText(high)])}</span>
    </span>
  )
}

const wholePercent = keptFormat((of) => new Intl.NumberFormat(of, { style: 'percent', maximumFractionDigits: 0 }))

export function percentText(share: number): string {
  return wholePercent().format(share)
}
