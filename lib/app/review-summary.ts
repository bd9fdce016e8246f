import { toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import { mayPublish } from '@/lib/domain/hub'
import type { HubStore } from '@/lib/domain/hub-port'
import type { SummaryAnswer, SummaryAsk } from '@/lib/domain/review/summary-ask'
import type { AppDeps } from './deps'
import type { Team } from './team/team'

/**
 * Why this browser cannot count the team's verdicts itself: they are still being brought here, or the hub keeps them longer. `answers` in the order of the
 * questions, or the `error` that kept the hub from answering.
 */
export interface HubSummary {
  why: 'bringing' | 'kept-longer'
  /** How many days this browser keeps. */
  days: number
  asOf?: number | undefined
  answers?: SummaryAnswer[] | undefined
  error?: ErrorInfo | undefined
}

export interface ReviewSummary {
  /** The hub's counts, where this browser does not hold all they count; `null` where it does, and in no hub. */
  ask(asks: readonly SummaryAsk[]): Promise<HubSummary | null>
}

type Needs = Pick<AppDeps, 'clock' | 'settings' | 'policy'> & { team: Pick<Team, 'membership'>; hubStore: Pick<HubStore, 'progress'> }

const dayMs = 86_400_000

/** The hub's summaries for a marketer's overview. */
export function createReviewSummary({ team: { membership }, hubStore, settings, policy, clock }: Needs): ReviewSummary {
  return {
    async ask(asks) {
      const current = await membership.current()
      const session = await membership.session()
      if (!current || !session || !mayPublish(current.member.role)) return null
      const [progress, own, fixed] = await Promise.all([hubStore.progress(), settings.get(), policy()])
      const days = fixed.retentionDays ?? own.retentionDays
      const isBringing = progress.find(({ part }) => part === 'events')?.at === undefined
      const reachesBack = asks.some(({ since = 0 }) => since < clock.now() - days * dayMs)
      if (!isBringing && !reachesBack) return null
      const why = isBringing ? 'bringing' : 'kept-longer'
      try {
        if (!isBringing && ((await session.terms()).retentionDays ?? Infinity) <= days) return null
        const told = await Promise.all(asks.map((ask) => session.summary(ask)))
        return { why, days, asOf: Math.min(...told.map(({ asOf }) => asOf)), answers: told.map(({ groups, more }) => ({ groups, more })) }
      } catch (failure) {
        return { why, days, error: toErrorInfo(failure) }
      }
    },
  }
}
