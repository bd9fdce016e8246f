import { useMemo } from 'react'
import { coverageOfHandOvers } from '@/lib/domain/hand-overs/coverage'
import { waysKnown } from '@/lib/domain/hand-overs/attribution'
import type { Joined } from '@/lib/domain/hand-overs/joined'
import { message } from '@/components/ui/message'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { RateBar } from '../feedback/rate-bar'
import { Card } from '../shell/page'
import { linkTo } from '../shell/route'

/** How much of what was handed over was judged, never opened apart from not judged; unknown, and never 100 %, until somebody says what counts as handed over. */
export function Coverage({ joined, openings }: { joined: readonly Joined[] | undefined; openings: 'here' | 'team' }) {
  const coverage = coverageOfHandOvers(joined)
  const ways = useMemo(() => waysKnown(joined ?? []), [joined])
  return (
    <Card title={i18n.t('overview.coverage')}>
      {!coverage && <p className="text-soft">{i18n.t('overview.coverageUnknown')} <a className="text-accent-strong underline" href={linkTo('connections')}>{i18n.t('overview.coverageChoose')}</a></p>}
      {coverage && <>
        <RateBar rate={coverage.rate} />
        <dl className="grid grid-cols-2 gap-x-6 gap-y-2 pt-3 sm:grid-cols-4">
          {(['handedOver', 'judged', 'openedNotJudged', 'neverOpened'] as const).map((part) => (
            <div key={part}><dt className="text-small text-soft">{i18n.t(`overview.${part}`)}</dt><dd className="text-large font-semibold tabular-nums">{numberText(coverage[part])}</dd></div>
          ))}
        </dl>
        <p className="pt-2 text-small text-soft">
          {openings === 'here' && i18n.t('overview.openingsHere')} {ways.length > 0 && i18n.t('overview.campaignsBy', [ways.map((way) => message(`overview.way_${way}`)).join(', ')])}
        </p>
      </>}
    </Card>
  )
}
