import type { Difference, Rate } from '@/lib/domain/acceptance'
import { fewestForARate } from '@/lib/domain/acceptance'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'

const percent = (share: number) => numberText(Math.round(share * 100))
const signed = (share: number) => `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`

/** Acceptance with its interval and n, or how many more verdicts it takes. */
export function AcceptedWhere({ rate }: { rate: Rate | undefined }) {
  if (!rate?.known) return <span className="block text-small text-balance text-faint">{i18n.t('playbook.tooEarly', [String(rate?.needed ?? fewestForARate), String(rate?.n ?? 0)])}</span>
  return (
    <span className="tabular-nums">
      {i18n.t('playbook.percent', [percent(rate.rate)])}
      <span className="block text-small whitespace-nowrap text-soft">{i18n.t('playbook.interval', [percent(rate.interval.low), percent(rate.interval.high), numberText(rate.n)])}</span>
    </span>
  )
}

/** Whether the clause predicts acceptance: only where the interval leaves out zero. */
export function DifferenceText({ difference }: { difference: Difference | undefined }) {
  if (!difference?.known) return <span className="text-small text-faint">{i18n.t('playbook.notYetKnown')}</span>
  const { low, high } = difference.interval
  const says = low > 0 ? 'playbook.predicts' : high < 0 ? 'playbook.predictsAgainst' : 'playbook.predictsNothing'
  return (
    <span className="tabular-nums">
      {i18n.t('playbook.points', [signed(difference.difference), signed(low), signed(high)])}
      <span className={`block text-small ${low > 0 ? 'text-good' : high < 0 ? 'text-bad' : 'text-soft'}`}>{i18n.t(says)}</span>
    </span>
  )
}
