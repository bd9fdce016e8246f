import type { ReactNode } from 'react'
import { fewestForARate } from '@/lib/domain/acceptance'
import type { Distribution } from '@/lib/domain/promises/distribution'
import type { PromisedSpan, PromiseKind } from '@/lib/domain/promises/promise'
import { message } from '@/components/ui/message'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { ShownAs } from '../../overview/shown-as'
import { Card } from '../../shell/page'
import { SpreadOfTimes, SpreadTable } from './spread'

const percent = (share: number) => numberText(Math.round(share * 100))

/** One promise: how much of it is kept, how long it takes, and how those times are spread. */
export function Kept({ kind, promised, kept }: { kind: PromiseKind; promised: PromisedSpan; kept: Distribution }) {
  const { n, running, waiting, median, p90, interval, from } = kept
  const title = message(`playbook.promise_${kind}`)
  const lead = <p>{i18n.t(promised.unit === 'hours' ? 'playbook.promisedHours' : 'playbook.promisedWeekdays', [numberText(promised.amount)])}</p>
  const note = (
    <p className="text-small text-soft">
      {i18n.t('playbook.waits', [numberText(waiting), numberText(running)])}
      {kind === 'sales' && ` ${i18n.t('playbook.countedFrom', [numberText(from.handOver), numberText(from.opened)])}`}
    </p>
  )
  if (n === 0) return <Card title={title}><div className="flex flex-col gap-3">{lead}<p className="text-soft">{i18n.t('playbook.noneDue', [numberText(running)])}</p>{note}</div></Card>
  return (
    <ShownAs title={title} chart={<SpreadOfTimes counts={kept.bars} />} table={<SpreadTable counts={kept.bars} />} note={note}>
      {lead}
      <dl className="grid gap-3 py-3 sm:grid-cols-3">
        <Fact name={i18n.t('playbook.keptShare')}>
          {n < fewestForARate ? i18n.t('playbook.tooEarly', [String(fewestForARate - n), String(n)]) : i18n.t('playbook.percent', [percent(kept.kept / n)])}
          {n >= fewestForARate && <small className="block font-normal text-soft">{i18n.t('playbook.interval', [percent(interval.low), percent(interval.high), numberText(n)])}</small>}
        </Fact>
        <Fact name={i18n.t('playbook.median')}>{spanText(median)}</Fact>
        <Fact name={i18n.t('playbook.p90')}>{spanText(p90)}</Fact>
      </dl>
    </ShownAs>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="rounded-md bg-raised px-3 py-2">
      <dt className="text-small text-soft">{name}</dt>
      <dd className="font-semibold tabular-nums">{children}</dd>
    </div>
  )
}

/** Both measures; without one it falls among those still waiting. */
function spanText(span: Distribution['median']): string {
  if (!span) return i18n.t('playbook.stillWaiting')
  return i18n.t('playbook.span', [numberText(span.hours), numberText(span.weekdays)])
}
