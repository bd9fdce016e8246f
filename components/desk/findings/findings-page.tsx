import { answeredInTime, answerWithinDays } from '@/lib/domain/finding-rules'
import { findingState } from '@/lib/domain/finding'
import { useNow } from '@/components/ui/now'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useAsk } from '../data/ask'
import { Problem } from '../data/problem'
import { useReview } from '../overview/use-review'
import { DeskPage } from '../shell/page'
import { linkTo } from '../shell/route'
import { FindingCard } from './finding-card'

/** What marketing concluded, by how far it has come; open ones first. */
export default function FindingsPage() {
  const now = useNow()
  const { data: findings, error, refetch } = useAsk('finding.list', {})
  const review = useReview()
  const { answered, of } = answeredInTime(findings ?? [], now)
  return (
    <DeskPage title={i18n.t('desk.page_findings')} lead={i18n.t('finding.lead')}>
      <Problem of={error} retry={() => void refetch()} />
      <Problem of={review.error} retry={() => void review.refetch()} />
      {of > 0 && <p role="status" className="rounded-lg bg-raised px-4 py-2.5">{i18n.t('finding.answered', [String(answered), String(of), String(answerWithinDays)])}</p>}
      {findings?.length === 0 && (
        <div className="rounded-lg border border-dashed border-edge p-8 text-center text-soft">
          <p>{i18n.t('finding.empty')}</p>
          <p className="pt-2"><a className="text-accent-strong underline" href={linkTo('overview')}>{i18n.t('desk.page_overview')}</a> · <a className="text-accent-strong underline" href={linkTo('feedback')}>{i18n.t('desk.page_feedback')}</a></p>
        </div>
      )}
      {findingState.options.map((state) => {
        const inState = findings?.filter((finding) => finding.state === state) ?? []
        return inState.length > 0 && (
          <section key={state} aria-labelledby={`findings-${state}`} className="flex flex-col gap-3">
            <h2 id={`findings-${state}`} className="text-large font-semibold">{message(`finding.state_${state}`)} <span className="font-normal text-soft">{inState.length}</span></h2>
            {inState.map((finding) => <FindingCard key={finding.id} finding={finding} rows={review.whole} />)}
          </section>
        )
      })}
    </DeskPage>
  )
}
