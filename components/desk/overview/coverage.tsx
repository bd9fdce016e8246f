import { useMemo, useState } from 'react'
import { waysKnown } from '@/lib/domain/hand-overs/attribution'
import { coverageParts, isOfCoverage, type CoveragePart } from '@/lib/domain/hand-overs/coverage'
import type { HandOverFigures } from '@/lib/domain/review/hand-overs'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { RateBar } from '../feedback/rate-bar'
import { LeadCount, LeadsBehind } from '../hand-overs/leads-behind'
import { Card } from '../shell/page'
import { linkTo } from '../shell/route'

/** How much of what was handed over was judged, never opened apart from not judged; unknown, and never 100 %, until somebody says what counts as handed over. */
export function Coverage({ figures, openings }: { figures: HandOverFigures | undefined; openings: 'here' | 'team' }) {
  const [picked, setPicked] = useState<CoveragePart>()
  const behind = useMemo(() => (picked && figures ? figures.leads.filter((lead) => isOfCoverage(lead, picked)) : []), [figures, picked])
  const coverage = figures?.coverage
  const ways = figures ? waysKnown(figures.ways) : []
  return (
    <Card title={i18n.t('overview.coverage')}>
      {figures && !coverage && <p className="text-soft">{i18n.t('overview.coverageOfAsset')}</p>}
      {!figures && <p className="text-soft">{i18n.t('overview.coverageUnknown')} <a className="text-accent-strong underline" href={linkTo('connections')}>{i18n.t('overview.coverageChoose')}</a></p>}
      {coverage && <>
        <RateBar alone rate={coverage.rate} />
        <dl className="grid grid-cols-2 gap-x-6 gap-y-2 pt-3 sm:grid-cols-4">
          {coverageParts.map((part) => (
            <div key={part}>
              <dt className="text-small text-soft">{i18n.t(`overview.${part}`)}</dt>
              <dd className="text-large font-semibold tabular-nums">
                {coverage[part] === 0 ? '0' : <LeadCount count={coverage[part]} of={i18n.t(`overview.${part}`)} pressed={part === picked} onPick={() => setPicked(part === picked ? undefined : part)} />}
              </dd>
            </div>
          ))}
        </dl>
        {picked && <LeadsBehind key={picked} title={i18n.t(`overview.${picked}`)} leads={behind} onClose={() => setPicked(undefined)} />}
        <p className="pt-2 text-small text-soft">
          <span className="print:hidden">{i18n.t('overview.openedMeans')}</span> {i18n.t(openings === 'here' ? 'overview.openingsHere' : 'overview.openingsTeam')} {ways.length > 0 && i18n.t('overview.campaignsBy', [ways.map((way) => message(`overview.way_${way}`)).join(', ')])}
        </p>
      </>}
    </Card>
  )
}
