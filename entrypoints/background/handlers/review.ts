import type { reviewMessages } from '@/lib/bus/protocol/review'
import type { Handlers } from '@/lib/bus/server'
import type { Services } from '../compose'

/** The review and the findings, each message to its use case. */
export function reviewHandlers({ review, reviewSummary, findings }: Services): Pick<Handlers, keyof typeof reviewMessages> {
  return {
    'review.sheets': ({ after }) => review.sheets(after),
    'review.summary': ({ asks }) => reviewSummary.ask(asks),
    'review.quotes': ({ ids }) => review.quotes(ids),
    'review.views': () => review.views(),
    'review.save-view': async (view) => (await review.saveView(view), null),
    'review.remove-view': async (view) => (await review.removeView(view), null),

    'finding.list': () => findings.list(),
    'finding.make': (draft) => findings.make(draft),
    'finding.save': (finding) => findings.save(finding),
    'finding.remove': async ({ id }) => (await findings.remove(id), null),
  }
}
