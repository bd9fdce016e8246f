import type { Acceptance, Difference } from '@/lib/domain/acceptance'
import type { LookAt } from '@/lib/domain/judgement'
import type { ReviewFilter } from '@/lib/domain/review/filter'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { percentText, RateBar } from '../feedback/rate-bar'
import { Card } from '../shell/page'
import { ChangeText } from './change-text'
import { Behind } from './links'

interface AcceptanceProps { acceptance: Acceptance; change: Difference; second: Acceptance; filter: ReviewFilter; fromHub?: boolean }

/** Acceptance of all together with its interval and its change, and second looks apart. `fromHub`: of verdicts that are not all here to be opened. */
export function AcceptanceCard({ acceptance, change, second, filter, fromHub = false }: AcceptanceProps) {
  const { verdict: _, reason: __, ...leads } = filter
  const of = (look: LookAt) => (fromHub ? undefined : { ...leads, look })
  return (
    <Card title={i18n.t('overview.acceptance')}>
      <RateBar alone rate={acceptance.rate} />
      <p className="pt-2 text-soft"><Behind filter={of('first')}>{i18n.t('overview.leadsJudged', acceptance.judged, [numberText(acceptance.judged)])}</Behind> · <ChangeText change={change} bounded={filter.period !== ''} /></p>
      {second.judged > 0 && (
        <p className="pt-1 text-small text-soft">
          <Behind filter={of('second')}>{i18n.t('overview.second', second.judged, [numberText(second.judged)])}</Behind>
          {second.rate.known && ` ${percentText(second.rate.rate)} (${i18n.t('feedback.between', [percentText(second.rate.interval.low), percentText(second.rate.interval.high)])})`}
        </p>
      )}
    </Card>
  )
}
