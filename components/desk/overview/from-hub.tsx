import type { ReactNode } from 'react'
import { CloudDownload } from 'lucide-react'
import type { ReviewFilter } from '@/lib/domain/review/filter'
import type { Compared } from '@/lib/domain/review/compared'
import { message } from '@/components/ui/message'
import { timeText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { AcceptanceCard } from './acceptance-card'
import { Ranking } from './ranking'
import type { HubFigures } from './use-hub-summary'

/** Where the figures come from and as of when, and what the hub cannot tell: another number is never shown in its place. */
export function HubNote({ hub: { why, days, asOf, figures, unanswerable, error } }: { hub: HubFigures }) {
  const kept = why === 'kept-longer'
  const source = asOf === undefined || !figures ? undefined : i18n.t(kept ? 'overview.hubKeptLonger' : 'overview.hubBringing', [timeText(asOf), String(days)])
  const missing = error ? i18n.t(kept ? 'overview.hubFailedKept' : 'overview.hubFailed', [String(days)])
    : unanswerable ? `${message(`overview.hubCannot_${unanswerable}`)} ${i18n.t(kept ? 'overview.hubOnlyHere' : 'overview.hubWait', [String(days)])}`
      : source === undefined && i18n.t('overview.hubAsking')
  return (
    <p role="status" className="flex items-start gap-2 rounded-lg bg-raised px-4 py-2.5">
      <CloudDownload aria-hidden size={16} className="mt-0.5 shrink-0 text-accent-strong" />
      <span className="min-w-0">{source ?? missing}</span>
    </p>
  )
}

interface FromHubProps { hub: HubFigures; filter: ReviewFilter; compared?: { by: Compared; onBy: (by: Compared) => void; note: ReactNode } }

/** What the hub's summary tells of the team's leads while their verdicts are still on the way here; `compared` where groups are compared, too. */
export function FromHub({ hub, filter, compared }: FromHubProps) {
  const { figures } = hub
  return <>
    <HubNote hub={hub} />
    {figures && <AcceptanceCard acceptance={figures.acceptance} change={figures.change} second={figures.second} filter={filter} fromHub />}
    {compared && figures?.ranking && <Ranking by={compared.by} onBy={compared.onBy} told={figures.ranking} filter={filter}>{compared.note}</Ranking>}
    {figures && <p className="text-small text-soft">{compared && !figures.ranking && `${i18n.t('overview.hubNoRanking', [message(`overview.by_${compared.by}`).toLowerCase()])} `}{i18n.t('overview.hubRest')}</p>}
  </>
}
