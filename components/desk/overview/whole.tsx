import { memo } from 'react'
import type { VerdictCounts } from '@/lib/domain/acceptance'
import { verdictValue } from '@/lib/domain/ledger'
import type { SummaryFigures } from '@/lib/domain/review/hub-summary'
import type { Overview } from '@/lib/domain/review/overview'
import { message } from '@/components/ui/message'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { Card } from '../shell/page'
import { AcceptanceCard } from './acceptance-card'
import { Behind } from './links'
import { useVerdictFills, VerdictMark } from './verdict-mark'

interface WholeProps {
  overview: Overview
  /** Acceptance as the hub tells it, where that is of more leads than are here. */
  told?: SummaryFigures | undefined
}

/** Acceptance of all together with its interval, how the verdicts split, and second looks apart. */
export const Whole = memo(function Whole({ overview: { filter, found, split, acceptance, change, second }, told }: WholeProps) {
  return (
    <div className="grid gap-3 lg:grid-cols-2 print:grid-cols-2 print:gap-2.5">
      <AcceptanceCard acceptance={told?.acceptance ?? acceptance} change={told?.change ?? change} second={told?.second ?? second} filter={filter} fromHub={told !== undefined} />
      <Card title={i18n.t('overview.split')}>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
          {verdictValue.options.map((verdict) => (
            <div key={verdict}>
              <dt className="flex items-center gap-1.5 text-small text-soft"><VerdictMark verdict={verdict} />{message(`verdict.${verdict}`)}</dt>
              <dd className="text-large font-semibold"><Behind filter={{ ...filter, verdict }} count={split[verdict]} /></dd>
            </div>
          ))}
        </dl>
        <Shares counts={split} all={found.length} />
        <p className="pt-2 text-small text-soft">{i18n.t('overview.splitNote', found.length, [numberText(found.length)])}</p>
      </Card>
    </div>
  )
})

/** The four numbers as parts of one bar. */
function Shares({ counts, all }: { counts: VerdictCounts; all: number }) {
  const { fillOf, definitions } = useVerdictFills()
  let before = 0
  return (
    <svg aria-hidden width="100%" height={14} className="mt-3 block rounded-sm">
      {definitions}
      {all > 0 && verdictValue.options.map((verdict) => {
        const from = (before / all) * 100
        before += counts[verdict]
        return counts[verdict] > 0 && <rect key={verdict} x={`${from}%`} width={`${(counts[verdict] / all) * 100}%`} height={14} fill={fillOf(verdict)} stroke="var(--paper)" />
      })}
    </svg>
  )
}
