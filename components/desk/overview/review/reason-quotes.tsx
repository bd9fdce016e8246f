import { useMemo } from 'react'
import type { Overview } from '@/lib/domain/review/overview'
import { cx } from '@/components/ui/cx'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Problem } from '../../data/problem'
import { useGroupName } from '../../feedback/use-group-name'
import { Card } from '../../shell/page'
import { VerdictMark } from '../verdict-mark'

/** Why leads failed teaches more than why they were good. */
const shown = { failed: 5, good: 2 }
const quotesEach = 2
/** Newest verdicts of each reason whose notes are asked for. */
const askedEach = 60

/** The reasons given most often with what reps wrote, without names. */
export function ReasonQuotes({ overview: { found, reasons: counted } }: { overview: Overview }) {
  const nameOf = useGroupName('reason')
  const reasons = counted()
  const top = useMemo(() => [...reasons.filter(({ verdict }) => verdict !== 'good').slice(0, shown.failed), ...reasons.filter(({ verdict }) => verdict === 'good').slice(0, shown.good)], [reasons])
  const ids = useMemo(() => top.flatMap(({ reason, verdict }) => found.filter((row) => row.reason === reason && row.verdict === verdict).slice(0, askedEach).map(({ id }) => id)), [found, top])
  const { data: quotes = [], error, refetch } = useAsk('review.quotes', { ids }, ids.length > 0)
  return (
    <Card title={i18n.t('overview.reasons')}>
      {top.length === 0 && <p className="text-soft">{i18n.t('overview.noReasons')}</p>}
      <Problem of={error} retry={() => void refetch()} />
      <ul className="flex flex-col gap-2 print:gap-1">
        {top.map(({ reason, verdict, n }) => (
          <li key={`${verdict} ${reason}`}>
            <p className="flex items-center gap-1.5"><VerdictMark verdict={verdict} /><span className="font-medium">{nameOf(reason)}</span><span className="text-soft">{message(`verdict.${verdict}`)} · {numberText(n)}</span></p>
            {[...new Set(quotes.filter((quote) => quote.reason === reason && quote.verdict === verdict).map(({ note }) => note))].slice(0, quotesEach).map((note, index) => (
              <blockquote key={note} className={cx('mt-1 ml-4.5 border-l-2 border-line pl-2 text-soft print:mt-0.5 print:line-clamp-2', index > 0 && 'print:hidden')}><Foreign text={note} max={240} /></blockquote>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  )
}
