import { fewestForARate } from '@/lib/domain/acceptance'
import type { Distribution } from '@/lib/domain/promises/distribution'
import type { PromisedSpan, PromiseKind } from '@/lib/domain/promises/promise'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { Bars } from './bars'

const percent = (share: number) => numberText(Math.round(share * 100))

/** One promise: how much of it is kept, how long it takes, and how those times are spread. */
export function Kept({ kind, promised, kept }: { kind: PromiseKind; promised: PromisedSpan; kept: Distribution }) {
  const { n, running, waiting, median, p90, interval, from } = kept
  return (
    <div className="flex flex-col gap-3">
      <p>{i18n.t(promised.unit === 'hours' ? 'playbook.promisedHours' : 'playbook.promisedWeekdays', [numberText(promised.amount)])}</p>
      {n === 0 ? <p className="text-soft">{i18n.t('playbook.noneDue', [numberText(running)])}</p> : (
        <>
          <dl className="grid gap-3 sm:grid-cols-3">
            <Fact name={i18n.t('playbook.keptShare')}>
              {n < fewestForARate ? i18n.t('playbook.tooEarly', [String(fewestForARate - n), String(n)]) : i18n.t('playbook.percent', [percent(kept.kept / n)])}
              {n >= fewestForARate && <small className="block font-normal text-soft">{i18n.t('playbook.interval', [percent(interval.low), percent(interval.high), numberText(n)])}</small>}
            </Fact>
            <Fact name={i18n.t('playbook.median')}>{spanText(median)}</Fact>
            <Fact name={i18n.t('playbook.p90')}>{spanText(p90)}</Fact>
          </dl>
          <Bars counts={kept.bars} />
        </>
      )}
      <p className="text-small text-soft">
        {i18n.t('playbook.waits', [numberText(waiting), numberText(running)])}
        {kind === 'sales' && ` ${i18n.t('playbook.countedFrom', [numberText(from.handOver), numberText(from.opened)])}`}
      </p>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
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
