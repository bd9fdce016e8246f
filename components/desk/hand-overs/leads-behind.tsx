import { useEffect, useMemo, useRef, useState } from 'react'
import { ExternalLink } from 'lucide-react'
import type { HandOverRow } from '@/lib/domain/hand-over'
import type { Joined } from '@/lib/domain/hand-overs/joined'
import { crmName } from '@/components/ui/crm-name'
import { Foreign } from '@/components/ui/foreign'
import { Button } from '@/components/ui/button'
import { labelKey } from '@/lib/domain/sentence'
import { message } from '@/components/ui/message'
import { dayText, numberText } from '@/components/ui/when'
import { useNow } from '@/components/ui/now'
import { i18n } from '#i18n'
import { useRecordName } from '../data/use-record-name'

/** A lead as the desk knows it: with its page in the CRM, and its name where this browser has seen it or its CRM tells it. */
export type LeadRow = Joined<HandOverRow>

/** So many at first, and so many more each time: nobody reads a hundred thousand. */
const shownAtFirst = 20
const shownMore = 200

/** The leads a number counts, newest hand-over first, each with how it stands and its page in the CRM. It takes the focus, and gives it back. */
export function LeadsBehind({ title, leads, onClose }: { title: string; leads: readonly LeadRow[]; onClose: () => void }) {
  const [shown, setShown] = useState(shownAtFirst)
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(document.activeElement)
  const now = useNow()
  useEffect(() => heading.current?.focus(), [])
  const sorted = useMemo(() => leads.toSorted((a, b) => b.handOver.at - a.handOver.at), [leads])
  const close = () => {
    onClose()
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  return (
    <section aria-label={title} className="mt-3 rounded-md bg-raised p-3 print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-2 pb-1">
        <h3 ref={heading} tabIndex={-1} className="text-small font-semibold">{title} <span className="font-normal text-soft">{i18n.t('handOvers.count', leads.length)}</span></h3>
        <Button look="quiet" onClick={close}>{i18n.t('handOvers.close')}</Button>
      </div>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {sorted.slice(0, shown).map((lead) => (
          <li key={lead.handOver.key} className="flex flex-wrap items-baseline gap-x-2">
            <LeadLink row={lead.handOver} />
            <span className="text-small text-soft">{lead.handOver.precision === 'unknown' ? i18n.t('handOvers.handedUnknown') : i18n.t('handOvers.handedOn', [dayText(lead.handOver.at, now)])} · <StateOf lead={lead} /></span>
          </li>
        ))}
      </ul>
      {sorted.length > shown && <Button look="quiet" className="mt-1 -ml-2.5" onClick={() => setShown(shown + shownMore)}>{i18n.t('today.more', [String(Math.min(shownMore, sorted.length - shown))])}</Button>}
    </section>
  )
}

/** A number of leads that opens them. */
export function LeadCount({ count, of, pressed, onPick }: { count: number; of: string; pressed: boolean; onPick: () => void }) {
  return (
    <button type="button" aria-expanded={pressed} aria-label={`${of}: ${numberText(count)}`} className="min-h-6 min-w-6 rounded-sm [text-align:inherit] text-accent-strong tabular-nums underline-offset-2 hover:underline" onClick={onPick}>
      {numberText(count)}
    </button>
  )
}

/** How far sales got with it: its verdict, else what is known short of one. */
function StateOf({ lead: { judgement, openedAt, handOver } }: { lead: LeadRow }) {
  if (judgement) return message(`verdict.${judgement.verdict}`)
  if (handOver.followedUpAt !== undefined) return i18n.t('handOvers.state_followedUp')
  return i18n.t(openedAt === undefined ? 'handOvers.state_neverOpened' : 'handOvers.state_opened')
}

/** The name, where need be asked of the CRM; a lead whose name it does not tell is opened there, and why is said beside the link. */
export function LeadLink({ row }: { row: HandOverRow }) {
  const asked = useRecordName(row.ref, row.name === undefined)
  const name = row.name ?? asked?.name
  const company = row.company ?? asked?.company
  const lack = name === undefined && asked?.lack ? message(labelKey('error', asked.lack), [crmName(row.ref.crm)]) : undefined
  return <>
    <a href={row.url} target="_blank" rel="noreferrer" className="inline-flex min-h-6 min-w-0 items-center gap-1 text-accent-strong underline decoration-line hover:decoration-current">
      {name ? <span><Foreign text={name} max={60} />{company && <>, <Foreign text={company} max={60} /></>}</span> : <span>{i18n.t('handOvers.openLead', [crmName(row.ref.crm)])} <Foreign text={row.ref.id} max={40} /></span>}
      <ExternalLink aria-hidden size={12} className="shrink-0" />
    </a>
    {lack && <span className="text-small text-soft">{lack}</span>}
  </>
}
