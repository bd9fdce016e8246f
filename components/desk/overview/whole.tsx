import { useMemo } from 'react'
import { acceptanceOf } from '@/lib/domain/acceptance'
import { verdictValue, type VerdictValue } from '@/lib/domain/ledger'
import type { ReviewFilter } from '@/lib/domain/review/filter'
import type { SummaryFigures } from '@/lib/domain/review/hub-summary'
import { wholeOf } from '@/lib/domain/review/ranking'
import type { ReviewRow } from '@/lib/domain/review/sheet'
import { message } from '@/components/ui/message'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { Card } from '../shell/page'
import { AcceptanceCard } from './acceptance-card'
import { Behind } from './links'
import { useVerdictFills, VerdictMark } from './verdict-mark'

interface WholeProps {
  /** All verdicts found; all of the leads chosen; and of these each lead's standing first look, now and in the period before. */
  found: readonly ReviewRow[]
  leads: readonly ReviewRow[]
  first: readonly ReviewRow[]
  earlier: readonly ReviewRow[]
  filter: ReviewFilter
  /** Acceptance as the hub tells it, where that is of more leads than are here. */
  told?: SummaryFigures | undefined
}

/** Acceptance of all together with its interval, how the verdicts split, and second looks apart. */
export function Whole({ found, leads: judged, first, earlier, filter, told }: WholeProps) {
  const { acceptance, change } = useMemo(() => wholeOf(first, earlier), [first, earlier])
  const second = useMemo(() => acceptanceOf(judged.filter(({ look }) => look === 'second')), [judged])
  const counts = useMemo(() => countsOf(found), [found])
  const all = verdictValue.options.reduce((sum, verdict) => sum + counts[verdict], 0)
  return (
    <div className="grid gap-3 lg:grid-cols-2 print:grid-cols-2 print:gap-2.5">
      <AcceptanceCard acceptance={told?.acceptance ?? acceptance} change={told?.change ?? change} second={told?.second ?? second} filter={filter} />
      <Card title={i18n.t('overview.split')}>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
          {verdictValue.options.map((verdict) => (
            <div key={verdict}>
              <dt className="flex items-center gap-1.5 text-small text-soft"><VerdictMark verdict={verdict} />{message(`verdict.${verdict}`)}</dt>
              <dd className="text-large font-semibold"><Behind filter={{ ...filter, verdict }} count={counts[verdict]} /></dd>
            </div>
          ))}
        </dl>
        <Shares counts={counts} all={all} />
        <p className="pt-2 text-small text-soft">{i18n.t('overview.splitNote', all, [numberText(all)])}</p>
      </Card>
    </div>
  )
}

/** The four numbers as parts of one bar. */
function Shares({ counts, all }: { counts: Record<VerdictValue, number>; all: number }) {
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

function countsOf(rows: readonly ReviewRow[]): Record<VerdictValue, number> {
  const { good, notYet, wrong, cantTell } = acceptanceOf(rows)
  return { good, not_yet: notYet, wrong, cant_tell: cantTell }
}
