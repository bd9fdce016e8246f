import { useMemo, useState } from 'react'
import { acceptanceOf } from '@/lib/domain/acceptance'
import { acceptanceBy } from '@/lib/domain/acceptance-groups'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { collectWays } from '@/lib/domain/influence'
import { tellCampaigns } from '@/lib/domain/judgement'
import { withCredit } from '@/lib/domain/review/filter'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { CampaignWays } from './campaign-ways'
import type { FeedbackFilter } from './filter-rows'
import { GroupLine } from './group-line'
import { useGroupName } from './use-group-name'

const shownAtFirst = 8

interface GroupTableProps {
  /** Filtered by all but verdict and reason: a share of only the good ones would say nothing. */
  rows: readonly FeedbackRow[]
  filter: FeedbackFilter
  /** Shows the verdicts behind a number. */
  onPick: (filter: FeedbackFilter) => void
}

/** Acceptance of each group, best first by the lower end of its interval; second looks on a line of their own. Never by rep. */
export function GroupTable({ rows, filter, onPick }: GroupTableProps) {
  const { groupBy } = filter
  const nameOf = useGroupName(groupBy)
  const [all, setAll] = useState(false)
  const first = useMemo(() => rows.filter(({ look }) => look === 'first'), [rows])
  const second = useMemo(() => rows.filter(({ look }) => look === 'second'), [rows])
  const only = groupBy === 'reason' ? '' : filter[groupBy]
  const groups = useMemo(() => acceptanceBy(withCredit(first, filter.credit), groupBy, only), [first, filter.credit, groupBy, only])
  const ways = useMemo(() => (groupBy === 'campaign' ? collectWays(first, tellCampaigns) : undefined), [first, groupBy])
  const shown = all ? groups : groups.slice(0, shownAtFirst)
  return (
    <section aria-label={i18n.t('feedback.acceptance')} className="overflow-hidden rounded-lg border border-line">
      <div className="overflow-x-auto">
        <table className="w-full text-left">
          <caption className="sr-only">{i18n.t('feedback.acceptance')}</caption>
          <thead>
            <tr className="border-b border-line bg-raised text-small text-soft">
              <th scope="col" className="px-3 py-2 font-medium">{message(`overview.by_${groupBy}`)}</th>
              <th scope="col" className="px-3 py-2 font-medium">{i18n.t('feedback.acceptanceInterval')}</th>
              <th scope="col" className="px-3 py-2 text-right font-medium"><abbr title={i18n.t('feedback.judged')} className="no-underline">n</abbr></th>
              {(['good', 'not_yet', 'wrong', 'cant_tell'] as const).map((verdict) => (
                <th key={verdict} scope="col" className="px-3 py-2 text-right font-medium whitespace-nowrap">{message(`verdict.${verdict}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            <GroupLine strong name={i18n.t('feedback.allLeads')} acceptance={acceptanceOf(first)} pick={(verdict) => onPick({ ...filter, look: 'first', verdict, reason: '' })} />
            {shown.map(({ key, acceptance }) => (
              <GroupLine
                key={key}
                name={<><Foreign text={nameOf(key)} max={80} /><CampaignWays ways={ways?.get(key)} /></>}
                acceptance={acceptance}
                pick={(verdict) => onPick({ ...filter, look: 'first', reason: '', verdict, [groupBy]: key })}
              />
            ))}
            {second.length > 0 && <GroupLine name={i18n.t('feedback.secondLooks')} acceptance={acceptanceOf(second)} pick={(verdict) => onPick({ ...filter, look: 'second', verdict, reason: '' })} />}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line bg-raised px-3 py-2">
        <p className="max-w-4xl text-small text-soft">{i18n.t('feedback.groupCaption')}</p>
        {groups.length > shownAtFirst && <Button look="quiet" className="-mx-2.5" onClick={() => setAll(!all)}>{all ? i18n.t('feedback.fewer') : i18n.t('feedback.groupMore', groups.length - shownAtFirst)}</Button>}
      </div>
    </section>
  )
}
