import { useState } from 'react'
import { ExternalLink } from 'lucide-react'
import type { HandOverRow } from '@/lib/domain/hand-over'
import type { Joined } from '@/lib/domain/hand-overs/joined'
import { crmName } from '@/components/ui/crm-name'
import { Foreign } from '@/components/ui/foreign'
import { Button } from '@/components/ui/button'
import { message } from '@/components/ui/message'
import { dayText } from '@/components/ui/when'
import { useNow } from '@/components/ui/now'
import { i18n } from '#i18n'

/** A lead as the desk knows it: with its page in the CRM, and its name where this browser has seen it. */
export type LeadRow = Joined<HandOverRow>

const shownAtFirst = 20

/** The leads a number counts, newest hand-over first, each leading to its page in the CRM. */
export function LeadsBehind({ title, leads, onClose }: { title: string; leads: readonly LeadRow[]; onClose: () => void }) {
  const [all, setAll] = useState(false)
  const now = useNow()
  const sorted = leads.toSorted((a, b) => b.handOver.at - a.handOver.at)
  return (
    <section aria-label={title} className="mt-3 rounded-md bg-raised p-3 print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-2 pb-1">
        <h3 className="text-small font-semibold">{title}</h3>
        <Button look="quiet" onClick={onClose}>{i18n.t('handOvers.close')}</Button>
      </div>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {(all ? sorted : sorted.slice(0, shownAtFirst)).map(({ handOver, judgement }) => (
          <li key={handOver.key} className="flex flex-wrap items-baseline gap-x-2">
            <LeadLink row={handOver} />
            <span className="text-small text-soft">{dayText(handOver.at, now)}{judgement && <> · {message(`verdict.${judgement.verdict}`)}</>}</span>
          </li>
        ))}
      </ul>
      {sorted.length > shownAtFirst && !all && <Button look="quiet" className="mt-1" onClick={() => setAll(true)}>{i18n.t('feedback.groupMore', sorted.length - shownAtFirst)}</Button>}
    </section>
  )
}

/** The name where it is known here; a lead nobody opened on this browser has none and is opened in its CRM. */
export function LeadLink({ row }: { row: HandOverRow }) {
  return (
    <a href={row.url} target="_blank" rel="noreferrer" className="inline-flex min-w-0 items-center gap-1 text-accent-strong underline decoration-line hover:decoration-current">
      {row.name ? <Foreign text={row.company ? `${row.name}, ${row.company}` : row.name} max={60} /> : i18n.t('handOvers.openLead', [crmName(row.ref.crm)])}
      <ExternalLink aria-hidden size={12} className="shrink-0" />
    </a>
  )
}
