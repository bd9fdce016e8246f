import { useMemo, useState, type ReactNode } from 'react'
import { scaleLinear } from '@visx/scale'
import { followUpSteps, isOfFollowUp, type FollowUpPart } from '@/lib/domain/hand-overs/follow-up-time'
import type { HandOverFigures } from '@/lib/domain/review/hand-overs'
import { hoursText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { Card } from '../shell/page'
import { LeadCount, LeadsBehind } from './leads-behind'

/** How soon sales took up what was handed over: median, nine of ten, and how the times spread. Its numbers open the leads they count. */
export function FollowUpTime({ figures: { leads, time }, brief = false }: { figures: HandOverFigures; brief?: boolean }) {
  const { followedUp, waiting, unknown, medianHours, p90Hours, steps } = time
  const [picked, setPicked] = useState<FollowUpPart>()
  const behind = useMemo(() => (picked === undefined ? [] : leads.filter(({ handOver }) => isOfFollowUp(handOver, picked))), [leads, picked])
  const share = scaleLinear({ domain: [0, Math.max(1, ...steps)], range: [0, 100] })
  const named = (index: number) => {
    const bound = followUpSteps[index]
    return bound === undefined ? i18n.t('handOvers.later', [hoursText(followUpSteps.at(-1) ?? 0)]) : i18n.t('handOvers.within', [hoursText(bound)])
  }
  const nameOf = (part: FollowUpPart) => (typeof part === 'number' ? named(part) : i18n.t(part === 'unknown' ? 'handOvers.timeLeftOut' : `handOvers.${part}`))
  const count = (part: FollowUpPart, n: number) => (n === 0 ? '0' : <LeadCount count={n} of={nameOf(part)} pressed={part === picked} onPick={() => setPicked(part === picked ? undefined : part)} />)
  const quantile = (hours: number | undefined) => (hours === undefined ? i18n.t('handOvers.notYetHalf') : hoursText(hours))
  return (
    <Card title={i18n.t('handOvers.time')}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
        <Fact name={i18n.t('handOvers.median')} value={quantile(medianHours)} />
        <Fact name={i18n.t('handOvers.p90')} value={quantile(p90Hours)} />
        <Fact name={i18n.t('handOvers.followedUp')} value={count('followedUp', followedUp)} />
        <Fact name={i18n.t('handOvers.waiting')} value={count('waiting', waiting)} />
      </dl>
      {followedUp > 0 && !brief && (
        <table className="mt-3 w-full max-w-xl text-left">
          <caption className="sr-only">{i18n.t('handOvers.time')}</caption>
          <thead className="sr-only"><tr><th scope="col">{i18n.t('handOvers.time')}</th><th scope="col">{i18n.t('handOvers.followedUp')}</th></tr></thead>
          <tbody>
            {steps.map((n, index) => (
              <tr key={named(index)}>
                <th scope="row" className="w-40 py-0.5 pr-3 text-small font-normal text-soft">{named(index)}</th>
                <td className="w-12 py-0.5 pr-3 text-right tabular-nums">{count(index, n)}</td>
                <td aria-hidden className="py-0.5"><svg width="100%" height={14} className="block"><rect width={`${share(n)}%`} height={14} rx={2} fill="var(--accent)" /></svg></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {picked !== undefined && <LeadsBehind key={picked} title={`${i18n.t('handOvers.time')}: ${nameOf(picked)}`} leads={behind} onClose={() => setPicked(undefined)} />}
      <p className="max-w-4xl pt-3 text-small text-soft">
        {i18n.t('handOvers.timeNote')} {unknown > 0 && <>{i18n.t('handOvers.timeUnknown', unknown)} <span className="print:hidden">({count('unknown', unknown)})</span></>}
      </p>
    </Card>
  )
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return <div><dt className="text-small text-soft">{name}</dt><dd className="text-large font-semibold tabular-nums">{value}</dd></div>
}
