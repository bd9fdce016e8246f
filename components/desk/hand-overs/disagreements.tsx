import { Fragment, useState } from 'react'
import type { Disagreement } from '@/lib/domain/hand-overs/disagreements'
import type { HandOverRow, Outcome } from '@/lib/domain/hand-over'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { useNow } from '@/components/ui/now'
import { locale } from '@/components/ui/locale'
import { dayText, numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { ShowMore } from '../overview/show-more'
import { Card } from '../shell/page'
import { LeadLink } from './leads-behind'

const shownAtFirst = 10

/** Good but lost, Wrong but won: one by one, because each is a story to talk about and none a rate. */
export function Disagreements({ of }: { of: readonly Disagreement<HandOverRow>[] }) {
  const [all, setAll] = useState(false)
  const now = useNow()
  return (
    <Card title={i18n.t('handOvers.disagree')}>
      {of.length === 0 && <p className="text-soft">{i18n.t('handOvers.agreeAll')}</p>}
      <ul className="flex flex-col gap-2">
        {(all ? of : of.slice(0, shownAtFirst)).map(({ kind, handOver, judgement, outcome }) => (
          <li key={handOver.key} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-t border-line pt-2 first:border-t-0 first:pt-0">
            <span className="font-medium">{message(`handOvers.${kind}`)}</span>
            <LeadLink row={handOver} />
            <span className="text-small text-soft">
              {i18n.t('handOvers.judgedOn', [message(`verdict.${judgement.verdict}`), dayText(judgement.at, now)])}
              {outcome.stage && <> · <Foreign text={outcome.stage} max={40} /></>}{outcome.amount !== undefined && <> · {amountText(outcome)}</>}{outcome.closedAt !== undefined && <> · {dayText(outcome.closedAt, now)}</>}
            </span>
          </li>
        ))}
      </ul>
      {of.length > shownAtFirst && !all && <ShowMore count={of.length - shownAtFirst} onShow={() => setAll(true)} />}
      {of.length > 0 && <p className="pt-3 text-small text-soft">{i18n.t('handOvers.disagreeNote')}</p>}
    </Card>
  )
}

/** How many there are, for a paper that names no lead. */
export function DisagreementCounts({ of }: { of: readonly Disagreement[] }) {
  const count = (kind: Disagreement['kind']) => numberText(of.filter((one) => one.kind === kind).length)
  return (
    <p className="pt-2">
      {i18n.t('handOvers.disagree')}: {(['good-lost', 'wrong-won'] as const).map((kind, index) => <Fragment key={kind}>{index > 0 && ' · '}{message(`handOvers.${kind}`)} <span className="font-semibold tabular-nums">{count(kind)}</span></Fragment>)}
    </p>
  )
}

/** The amount in its currency; a CRM with one currency only does not name it. */
function amountText({ amount = 0, currency }: Outcome): string {
  const format = { maximumFractionDigits: 0 } as const
  return new Intl.NumberFormat(locale(), currency && /^[A-Z]{3}$/.test(currency) ? { ...format, style: 'currency', currency } : format).format(amount)
}
