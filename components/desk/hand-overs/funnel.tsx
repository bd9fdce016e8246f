import { useMemo, useState, type ReactNode } from 'react'
import { funnelGroupings, funnelSteps, groupKeysOf, hasReached, type FunnelCell, type FunnelGrouping, type FunnelStep } from '@/lib/domain/hand-overs/funnel'
import type { HandOverFigures } from '@/lib/domain/review/hand-overs'
import type { CampaignBy } from '@/lib/domain/influence'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { CampaignWays } from '../feedback/campaign-ways'
import { percentText } from '../feedback/rate-bar'
import { useGroupName } from '../feedback/use-group-name'
import { Card } from '../shell/page'
import { LeadsBehind } from './leads-behind'

const shownAtFirst = 8

interface Picked { key: string | undefined; step: FunnelStep }

/** Handed over, followed up, Good, SQL, opportunity, won: for all leads and by campaign, source or asset, each with n and interval. `brief` leaves out the groups. */
export function Funnel({ figures: { leads, ways, coverage, funnel: { credit, whole, groups: grouped } }, brief = false, children }: { figures: HandOverFigures; brief?: boolean; children?: ReactNode }) {
  const [by, setBy] = useState<FunnelGrouping>('campaign')
  const [all, setAll] = useState(false)
  const [picked, setPicked] = useState<Picked>()
  const nameOf = useGroupName(by)
  const groups = brief ? [] : grouped[by]
  const behind = useMemo(() => (picked ? leads.filter((lead) => (picked.key === undefined || groupKeysOf(lead, by, credit).includes(picked.key)) && hasReached(lead, picked.step)) : []), [leads, picked, by, credit])
  const label = (key: string | undefined) => (key === undefined ? i18n.t('handOvers.all') : nameOf(key))
  const isPicked = (key: string | undefined, step: FunnelStep) => picked?.step === step && picked.key === key
  const steps = (key: string | undefined) => ({ isOpen: (step: FunnelStep) => isPicked(key, step), onPick: (step: FunnelStep) => setPicked(isPicked(key, step) ? undefined : { key, step }) })
  const shown = all ? groups : groups.slice(0, shownAtFirst)
  return (
    <Card
      title={i18n.t('handOvers.funnel')}
      aside={!brief && <div role="group" aria-label={i18n.t('feedback.group')} className="flex flex-wrap gap-1">{funnelGroupings.map((one) => <Chip key={one} pressed={one === by} onClick={() => { setBy(one); setPicked(undefined) }}>{message(`overview.by_${one}`)}</Chip>)}</div>}
    >
      <p className="pb-2 text-small text-soft">{i18n.t('handOvers.influenced')}</p>
      <div className="overflow-x-auto">
        <table className="w-full min-w-160 text-left print:min-w-0">
          <caption className="sr-only">{i18n.t('handOvers.funnel')}</caption>
          <thead><tr className="text-small text-soft">
            <th scope="col" className="py-1 pr-3 font-medium"><span className={brief ? 'sr-only' : undefined}>{message(`overview.by_${by}`)}</span></th>
            {funnelSteps.map((step) => <th key={step} scope="col" className="px-2 py-1 text-right align-bottom font-medium">{message(`handOvers.step_${step}`)}</th>)}
          </tr></thead>
          <tbody>
            <Line name={label(undefined)} cells={whole} {...steps(undefined)} strong />
            {shown.map(({ key, cells }) => <Line key={key} name={nameOf(key)} ways={by === 'campaign' ? ways.get(key) : undefined} cells={cells} {...steps(key)} />)}
          </tbody>
        </table>
      </div>
      {groups.length > shownAtFirst && <Button look="quiet" className="mt-1 -ml-2.5 print:hidden" onClick={() => setAll(!all)}>{all ? i18n.t('feedback.fewer') : i18n.t('feedback.groupMore', groups.length - shownAtFirst)}</Button>}
      {picked && <LeadsBehind key={`${picked.key}${picked.step}`} title={`${label(picked.key)}: ${message(`handOvers.step_${picked.step}`)}`} leads={behind} onClose={() => setPicked(undefined)} />}
      {children}
      <p className="max-w-4xl pt-3 text-small text-soft">{i18n.t('handOvers.funnelNote')} {!brief && by !== 'source' && i18n.t('handOvers.overlaps')} {(by === 'asset' || coverage === undefined) && i18n.t('handOvers.assetsKnown')}</p>
    </Card>
  )
}

interface Steps { isOpen: (step: FunnelStep) => boolean; onPick: (step: FunnelStep) => void }

function Line({ name, ways, cells, isOpen, onPick, strong = false }: Steps & { name: string; ways?: readonly CampaignBy[] | undefined; cells: readonly FunnelCell[]; strong?: boolean }) {
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className={strong ? 'py-1.5 pr-3 font-semibold' : 'py-1.5 pr-3 font-normal'}><Foreign text={name} max={60} className="break-words" /><CampaignWays ways={ways} /></th>
      {cells.map((cell) => <td key={cell.step} className="px-2 py-1.5 text-right tabular-nums"><Cell cell={cell} isOpen={isOpen(cell.step)} onPick={onPick} /></td>)}
    </tr>
  )
}

/** The count, and the share of those handed over with its interval; where some are unknown, of how many it is a share. */
function Cell({ cell: { step, n, of, rate }, isOpen, onPick }: { cell: FunnelCell; isOpen: boolean; onPick: (step: FunnelStep) => void }) {
  if (step !== 'handed-over' && of === 0) return <span className="text-faint">{i18n.t('handOvers.unknown')}</span>
  return <>
    {n === 0 ? <span className="text-faint">0</span> : <button type="button" aria-expanded={isOpen} className="min-h-6 min-w-6 rounded-sm text-right font-medium text-accent-strong underline-offset-2 hover:underline" onClick={() => onPick(step)}>{numberText(n)}</button>}
    {step !== 'handed-over' && (
      <span className="block text-small whitespace-nowrap text-soft">
        {rate.known ? <>{percentText(rate.rate)} <span className="text-faint">{i18n.t('feedback.between', [percentText(rate.interval.low), percentText(rate.interval.high)])}</span></> : i18n.t('handOvers.ofFew', [numberText(of)])}
      </span>
    )}
  </>
}
