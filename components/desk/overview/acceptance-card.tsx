import type { Acceptance, Difference } from '@/lib/domain/acceptance'
import type { ReviewFilter } from '@/lib/domain/review/filter'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { percentText, RateBar } from '../feedback/rate-bar'
import { Card } from '../shell/page'
import { ChangeText } from './change-text'
import { Behind } from './links'

/** Acceptance of all together with its interval and its change, and second looks apart. */
export function AcceptanceCard({ acceptance, change, second, filter }: { acceptance: Acceptance; change: Difference; second: Acceptance; filter: ReviewFilter }) {
  const { verdict: _, reason: __, ...leads } = filter
  return (
    <Card title={i18n.t('overview.acceptance')}>
      <RateBar alone rate={acceptance.rate} />
      <p className="pt-2 text-soft"><Behind filter={{ ...leads, look: 'first' }}>{i18n.t('overview.leadsJudged', acceptance.judged, [numberText(acceptance.judged)])}</Behind> · <ChangeText change={change} bounded={filter.period !== ''} /></p>
      {second.judged > 0 && (
        <p className="pt-1 text-small text-soft">
          <Behind filter={{ ...leads, look: 'second' }}>{i18n.t('overview.second', second.judged, [numberText(second.judged)])}</Behind>
          {second.rate.known && ` ${percentText(second.rate.rate)} (${i18n.t('feedback.between', [percentText(second.rate.interval.low), percentText(second.rate.interval.high)])})`}
        </p>
      )}
    </Card>
  )
}
