import { keysOf } from '@/lib/domain/acceptance-groups'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { latestPerLead } from '@/lib/domain/judgement'
import type { SummaryAnswer, SummaryAsk } from '@/lib/domain/review/summary-ask'
import { deskNow } from './desk-bus'

/** A hub that holds these verdicts and answers as the real one, while this browser does not hold them all. */
export function summaryAnswers(feedback: readonly FeedbackRow[], why: 'bringing' | 'kept-longer') {
  const answer = ({ by, looks, since = -Infinity, until = Infinity }: SummaryAsk): SummaryAnswer => {
    const groups = new Map<string, SummaryAnswer['groups'][number]>()
    for (const row of latestPerLead(feedback, looks)) {
      if (row.at < since || row.at >= until) continue
      for (const key of by === 'all' ? [''] : keysOf(row, by)) {
        const group = groups.get(key) ?? { key, good: 0, not_yet: 0, wrong: 0, cant_tell: 0 }
        groups.set(key, { ...group, [row.verdict]: group[row.verdict] + 1 })
      }
    }
    return { groups: [...groups.values()], more: false }
  }
  return { 'team.look': () => ({}), 'review.summary': ({ asks }: { asks: SummaryAsk[] }) => ({ why, days: 365, asOf: deskNow, answers: asks.map(answer) }) }
}
