import { describe, expect, it } from 'vitest'
import { createReviewSummary } from '@/lib/app/review-summary'
import type { Membership } from '@/lib/app/team/membership'
import { AppError } from '@/lib/domain/errors'
import type { HubMembership, HubProgress, HubRole } from '@/lib/domain/hub'
import type { HubSession } from '@/lib/domain/hub-port'
import { defaultSettings } from '@/lib/domain/settings'

const dayMs = 86_400_000
const now = 1_000 * dayMs
const answer = { groups: [{ key: '', good: 1, not_yet: 0, wrong: 0, cant_tell: 0 }], more: false }

function begin({ role = 'marketer', eventsAt, kept, fails }: { role?: HubRole | 'none'; eventsAt?: number; kept?: number; fails?: boolean } = {}) {
  const asked: string[] = []
  const session = {
    terms: async () => (asked.push('terms'), { name: 'Team', links: 'off', retentionDays: kept }),
    summary: async () => {
      asked.push('summary')
      if (fails) throw new AppError('offline')
      return { ...answer, asOf: now }
    },
  } as unknown as HubSession
  const membership = {
    current: async () => (role === 'none' ? undefined : { member: { role } } as HubMembership), session: async () => (role === 'none' ? undefined : session),
  } as Membership
  const progress: HubProgress[] = [{ part: 'events', cursor: '1', ...(eventsAt === undefined ? {} : { at: eventsAt }) }]
  const summary = createReviewSummary({
    team: { membership }, hubStore: { progress: async () => progress }, settings: { get: async () => ({ ...defaultSettings, retentionDays: 365 }), save: async () => defaultSettings },
    policy: async () => ({ ignored: [] }), clock: { now: () => now, sleep: async () => undefined },
  })
  return { summary, asked }
}
const lately = [{ by: 'all' as const, looks: 'first' as const, since: now - 90 * dayMs }]
const always = [{ by: 'all' as const, looks: 'first' as const }]

describe('the hub\'s summary for the overview', () => {
  it.each([
    ['in no hub', { role: 'none' as const }, lately, []], ['for a rep', { role: 'rep' as const }, lately, []], ['where everything is here', { eventsAt: now }, lately, []],
    ['where the hub keeps no longer than this browser', { eventsAt: now, kept: 365 }, always, ['terms']],
  ])('is not asked for %s', async (_, given, asks, calls) => {
    const { summary, asked } = begin(given)
    expect(await summary.ask(asks)).toBeNull()
    expect(asked).toEqual(calls)
  })

  it.each([
    ['while the team\'s verdicts are on their way', {}, lately, 'bringing'], ['where the hub keeps verdicts for ever', { eventsAt: now }, always, 'kept-longer'], ['where it keeps them longer', { eventsAt: now, kept: 700 }, always, 'kept-longer'],
  ])('answers %s', async (_, given, asks, why) => {
    expect(await begin(given).summary.ask(asks)).toEqual({ why, days: 365, asOf: now, answers: [answer] })
  })

  it('says why it could not answer, and that something is missing here', async () => {
    expect(await begin({ fails: true }).summary.ask(lately)).toEqual({ why: 'bringing', days: 365, error: { kind: 'offline' } })
  })
})
