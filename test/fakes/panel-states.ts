import type { PanelContext } from '@/lib/bus/protocol/panel'
import { say } from '@/lib/domain/sentence'
import type { RecordView, SendView, VerdictView } from '@/lib/domain/view'
import { fail, never, type PanelBusOptions } from './panel-bus'
import { actor, assetsById, counts, day, fullView, hour, marta, minute, now, person, stories, storyOf, touch, undoMs, written } from './panel-fixtures'
import { teamPlaybook, underPlaybook } from './team-playbook'

type State = Omit<PanelBusOptions, 'now'> & { host?: PanelContext['host'] }

const view = (change: Partial<RecordView>): RecordView => ({ ...fullView, ...change })
const problem = (kind: Parameters<typeof fail>[0], more: object = {}) => view({ readAt: now - 2 * day, problem: { kind, ...more } })

export function given(change: Partial<VerdictView['event']>, more: Partial<VerdictView> = {}): VerdictView {
  const at = change.at ?? now
  const event: VerdictView['event'] = {
    type: 'verdict', id: '01957fc0-0000-7000-8000-000000000001', at, ref: marta, rep: actor, verdict: 'good',
    evidence: { playbook: '1', campaigns: [], digest: 'd', stories: [] }, ...change,
  }
  return { event, withdrawn: false, undoUntil: at + undoMs, ...more }
}
const standing = ({ event: { id, at, verdict, reason, until } }: VerdictView) => ({ eventId: id, at, verdict, reason, until, by: actor.name })

export function sent(change: Partial<SendView['event']>, more: Partial<SendView> = {}): SendView {
  const asset = assetsById[change.assetId ?? 'forecast-guide']
  return {
    event: {
      type: 'send', id: '01957fc0-0000-7000-8000-0000000000a1', at: now - hour, ref: marta, rep: actor, assetId: 'forecast-guide', assetVersion: 3, title: asset?.title ?? '',
      channel: 'gmail', ...change,
    },
    ...more,
  }
}
const outcome = (sendId: string) => ({ type: 'send-outcome' as const, id: `f${sendId.slice(1)}`, at: now, ref: marta, rep: actor, sendId, outcome: 'sent' as const, by: 'rep' as const })

const empty = view({
  factors: [], stories: [], counts: counts([]), suggestions: { items: fullView.suggestions.items.slice(1, 2), considered: 60, excluded: {} }, profile: { stage: 'new' },
  person: { ...person, score: undefined, grade: undefined },
  sources: [
    { name: 'sf-campaign-members', state: 'empty', count: 0 }, { name: 'sf-tasks', state: 'empty', count: 0 }, { name: 'sf-emails', state: 'empty', count: 0 },
    { name: 'sf-deliveries', state: 'missing', count: 0, who: 'admin', need: 'ContentDistribution' },
    { name: 'sf-pardot', state: 'missing', count: 0, who: 'vendor', need: 'Account Engagement' },
    { name: 'hs-forms', state: 'failed', count: 0, error: { kind: 'timeout' } },
  ],
})

/** 5,000 touches in 300 shown stories. */
export function manyStories(): RecordView {
  const kinds = ['page-view', 'email-click', 'document', 'video', 'form', 'pricing'] as const
  const list = Array.from({ length: 300 }, (_, item) => {
    const kind = kinds[item % kinds.length] ?? 'other'
    const touches = Array.from({ length: 16 }, (_, index) => touch(kind, now - item * 5 * hour - index * 7 * minute, `Item ${item + 1}: ${kind}`, index % 5 === 4 ? { agent: { by: 'machine', cause: 'known-bot' } } : {}))
    return storyOf(touches)
  })
  return view({ stories: list, counts: { ...counts(list), stories: 312 } })
}

const hostile = '"><img src=x onerror=alert(1)>\u202Eevil\u0000 👩‍👩‍👧‍👦 ' + 'x'.repeat(5000)
const noAssets = { suggestions: { items: [], considered: 0, excluded: {} }, assets: {}, librarySize: 0 }
const mine = given({ verdict: 'not_yet', at: now - 2 * day, reason: 'no-budget-yet', until: '2026-04-09' }, { delivery: { state: 'done', dueAt: now } })
const queued = given({ at: now - minute }, { delivery: { state: 'retry', dueAt: now + minute, error: { kind: 'offline' } } })
const blocked = given({ verdict: 'wrong', at: now - hour, reason: 'student-or-job-seeker' }, { delivery: { state: 'dead', dueAt: now, error: { kind: 'invalid', detail: 'Verdict__c: bad value for restricted picklist' } } })
const first = given({ verdict: 'cant_tell', at: now - 5 * day, id: '01957fc0-0000-7000-8000-000000000000' })

/** Every state a panel can be in, by name. */
export const panelStates = {
  'full': { views: [fullView] },
  'loading': { views: [fullView], answers: { 'record.cached': () => never(), 'record.fresh': () => never() } },
  'reading-first-time': { views: [fullView], cached: [], answers: { 'record.fresh': () => never() } },
  'new-lead': { views: [empty] },
  'signed-out': { views: [problem('signed-out')] },
  'signed-out-no-copy': { views: [fullView], cached: [], answers: { 'record.fresh': fail('signed-out') } },
  'no-permission': { views: [fullView], cached: [], answers: { 'record.fresh': fail('forbidden', { detail: 'Lead: no read access' }) } },
  'not-connected': { views: [fullView], cached: [], answers: { 'record.fresh': fail('not-connected') } },
  'rate-limited': { views: [problem('rate-limited', { retryAt: now + 4 * minute })] },
  'offline': { views: [problem('offline')] },
  'converted': { views: [view({ person: { ...person, converted: { at: now - 3 * day, contactId: '0035g00000AbCdEEAV' }, same: [marta, { ...marta, kind: 'contact', id: '0035g00000AbCdEEAV' }] } })] },
  'outdated': { answers: { 'panel.hello': fail('stale-extension') } },
  'set-up': { context: { show: 'set-up' } },
  'today-promotions': { context: { show: 'today' }, answers: { 'playbook.get': () => teamPlaybook, 'today.list': () => ({ asOf: now - minute, items: [], promotions: underPlaybook.promotions }) } },
  'today': {
    context: { show: 'today' },
    answers: {
      'today.list': () => ({
        asOf: now - minute,
        promotions: [],
        items: [
          { kind: 'returned', ref: marta, name: 'Marta Lindqvist', company: 'Brightwater Foods', at: now - 2 * hour, sentence: written('Not yet until 10 March. Since then: prices three times.'), url: 'https://quayside.lightning.force.com/' },
          { kind: 'returned', ref: { ...marta, id: '00Q5g00000AbCdFEAV' }, name: 'Oskar Brandvold', company: 'Fjordline', at: now - day, sentence: written('Asked to be called again after the fair.'), url: 'https://quayside.lightning.force.com/' },
          { kind: 'opened', ref: { ...marta, id: '00Q5g00000AbCdGEAV' }, name: 'Amina Osei', company: 'Kumasi Cold Store', at: now - 20 * minute, sentence: written('Opened “The forecast error field guide”'), url: 'https://quayside.lightning.force.com/' },
          { kind: 'to-judge', ref: { ...marta, id: '00Q5g00000AbCdHEAV' }, name: 'Priya Raman', company: 'Southern Mills', at: now - 3 * day, sentence: written('You opened this lead and have not judged it.'), url: 'https://quayside.lightning.force.com/' },
          { kind: 'stuck', ref: { ...marta, id: '00Q5g00000AbCdIEAV' }, name: 'Luca Ferri', company: 'Ferri & Figli', at: now - 5 * hour, sentence: written('The verdict waits for your sign-in to Salesforce.'), url: 'https://quayside.lightning.force.com/' },
        ],
      }),
    },
  },
  'today-empty': { context: { show: 'today' } },
  'opted-out': { views: [view({ person: { ...person, optedOut: true } })] },
  'empty-library-rep': { views: [view(noAssets)] },
  'empty-library-marketer': { views: [view(noAssets)], context: { role: 'marketer' } },
  'all-filtered-out': { views: [view({ suggestions: { items: [], considered: 60, excluded: { read: 31, sent: 6, expired: 12, 'not-approved': 9, unverified: 1, dismissed: 1 } } })] },
  'touches-5000': { views: [manyStories()] },
  'hostile-text': {
    views: [view({
      person: { ...person, name: hostile, title: hostile, company: hostile, ownerName: hostile, source: hostile },
      stories: [storyOf([touch('page-view', now - hour, hostile, { campaign: { name: hostile } })], { key: 'k', campaigns: [hostile] }), ...stories],
      factors: [{ name: 'x', weight: 1, sentence: say('ui.written', `${hostile} | $1 | other`), storyKeys: [], touchIds: [] }],
      assets: { ...assetsById, 'first-call': { ...assetsById['first-call'], title: hostile.slice(0, 280) } as RecordView['assets'][string] },
    })],
  },
  'standing-of-others': { views: [view({ standing: { at: now - 2 * day, verdict: 'not_yet', until: '2026-04-03', reason: 'later-project', by: 'Priya Raman' } })] },
  'mine-delivered': { views: [view({ verdicts: [mine, first], standing: standing(mine) })] },
  'verdict-queued': { views: [view({ verdicts: [queued], standing: standing(queued) })] },
  'verdict-failed': { views: [view({ verdicts: [blocked], standing: standing(blocked) })] },
  'notice': { views: [view({ notices: [{ id: 'return', kind: 'return-due', sentence: written('You said Not yet until 10 March. Since then they looked at prices three times.') }] })] },
  'playbook': { views: [view(underPlaybook)], answers: { 'playbook.get': () => teamPlaybook } },
  'sets-status': { views: [view({ alsoSets: { good: 'Working', wrong: 'Unqualified' } })] },
  'status-not-agreed': { views: [view({ alsoSets: { good: 'Working', wrong: 'Unqualified' }, statusNotAgreed: 'Unqualified' })] },
  'send-open': { views: [view({ sends: [sent({})] })] },
  'sends-logged': {
    views: [view({
      sends: [
        sent({ id: '01957fc0-0000-7000-8000-0000000000a3', at: now - 2 * day }, { outcome: outcome('01957fc0-0000-7000-8000-0000000000a3'), delivery: { state: 'done', dueAt: now } }),
        sent({ id: '01957fc0-0000-7000-8000-0000000000a2', at: now - 8 * day, channel: 'meeting' }, { outcome: outcome('01957fc0-0000-7000-8000-0000000000a2'), delivery: { state: 'blocked', dueAt: now, error: { kind: 'signed-out' } } }),
      ],
    })],
  },
  'name-only': { views: [view({ person: { ...person, firstName: undefined } })] },
  'at-hand': { views: [fullView], favourites: ['promotions-webinar', 'first-call'], recent: Object.keys(assetsById).slice(0, 3) },
  'answered': { views: [view({ notices: [{ id: 'answer:1', kind: 'answer', sentence: say('notice.answer_note', 'GDPR questionnaire', 'Where your data lives', 'Page four answers what they ask first'), opens: { what: 'asset', id: 'promotions-webinar' } }] })] },
  'searching-fails': { views: [fullView], answers: { 'library.search': fail('storage-broken') } },
} satisfies Record<string, State>
export type PanelStateName = keyof typeof panelStates

export function stateOf(name: PanelStateName): State {
  return panelStates[name]
}
