import { AppError } from '@/lib/domain/errors'
import { defaultSettings } from '@/lib/domain/settings'
import { deskNow, hubspot, makeAssets, makeFeedback, makeFindings, org, salesforce, type DeskBusOptions } from './desk-bus'
import { playbookAnswers } from './playbook-answers'
import { teamPlaybook } from './team-playbook'
import { handOverAnswers } from './hand-overs'
import { summaryAnswers } from './hub-summary'
import { careStates } from './desk-care'
import { makeSources, sourceAnswers } from './desk-sources'

const connected = { connections: [salesforce], samples: false }
const ref = { crm: 'salesforce', org, kind: 'lead', id: '00Q000000000000001' } as const

const samBefore = { id: 'p0', name: 'Sam Poe', hub: 'https://hub.quayside.example' }

/** Desks worth looking at: nothing, little, much, and what goes wrong. */
export const deskStates = {
  ...careStates,
  'sources-nothing': () => ({ state: connected, answers: sourceAnswers(deskNow, []) }),
  'sources-little': () => ({ state: connected, answers: sourceAnswers(deskNow, makeSources(deskNow, 1)), assets: makeAssets(6) }),
  'sources-much': () => ({ state: { ...connected, connections: [salesforce, hubspot] }, answers: sourceAnswers(deskNow, makeSources(deskNow, 8)), assets: makeAssets(40) }),
  consent: () => ({ state: { consented: false } }),
  nothing: () => ({}),
  little: () => ({ state: connected, feedback: makeFeedback(14), assets: makeAssets(6), answers: handOverAnswers(makeFeedback(14)) }),
  much: () => ({
    state: {
      ...connected, connections: [salesforce, hubspot], samples: true, outbox: { open: 2, stuck: 1, oldest: deskNow - 3_600_000 },
      library: { size: 400 },
    },
    feedback: makeFeedback(3_000), assets: makeAssets(400), findings: makeFindings(),
    answers: {
      ...handOverAnswers(makeFeedback(3_000), [{ part: 'outcome', need: 'Opportunity' }]),
      'outbox.list': () => [
        { id: '1', eventId: 'e1', task: 'verdict', org, ref, name: 'Marta Lindqvist', state: 'blocked', attempts: 2, createdAt: deskNow - 3_600_000, dueAt: deskNow, error: { kind: 'signed-out' as const } },
        { id: '2', eventId: 'e2', task: 'send-log', org, ref, name: 'Jonas Achterberg', state: 'retry', attempts: 1, createdAt: deskNow - 600_000, dueAt: deskNow + 60_000, error: { kind: 'unavailable' as const } },
      ],
      'data.find-person': () => [{ ref, name: 'Marta Lindqvist', company: 'Brightwater Foods', events: 4 }],
    },
  }),
  playbook: () => ({
    state: { ...connected, settings: { ...defaultSettings, role: 'marketer' as const } }, assets: makeAssets(40), answers: playbookAnswers(deskNow, teamPlaybook, { lessons: true }),
  }),
  playbookNew: () => ({ state: { ...connected, settings: { ...defaultSettings, role: 'marketer' as const } }, assets: makeAssets(6) }),
  playbookRep: () => ({ state: connected, answers: playbookAnswers(deskNow, teamPlaybook, { lessons: true }) }),
  hubBringing: () => ({ state: connected, feedback: makeFeedback(40), answers: { ...handOverAnswers(makeFeedback(40)), ...summaryAnswers(makeFeedback(3_000), 'bringing') } }),
  /** A rep of a hub, in a browser that was another member's before. */
  hubRep: () => ({ state: connected, feedback: makeFeedback(6), answers: {
    'team.state': () => ({ address: 'https://hub.quayside.example', name: 'Quayside', member: { id: 'p1', name: 'Robin Hale', role: 'rep' as const }, links: { open: true }, asOf: deskNow, ended: false, queue: 0, shareable: 0, unpublished: 0 }),
    'data.find-person': () => [{ ref, name: 'Marta Lindqvist', company: 'Brightwater Foods', events: 4 }], 'data.delete-person': () => ({ deleted: 4, atHub: 'refused' as const }),
    'team.waiting': () => [{ member: samBefore, deliveries: 2, erasures: 1 }],
    'outbox.list': () => [{ id: '1', eventId: 'e1', task: 'event', org, ref, name: 'Marta Lindqvist', state: 'pending', attempts: 0, createdAt: deskNow - 3_600_000, dueAt: deskNow, member: samBefore }],
    'data.delete-all': () => ({ done: false, untold: 2 }),
  } }),
  hubLonger: () => ({ state: connected, feedback: makeFeedback(40), answers: { ...handOverAnswers(makeFeedback(40)), ...summaryAnswers(makeFeedback(3_000), 'kept-longer') } }),
  huge: () => ({ state: connected, feedback: makeFeedback(10_000), assets: makeAssets(10_000) }),
  locked: () => ({ state: {
    ...connected, policy: { ignored: ['retentionDays'], allowedOrgs: [org], salesforceClientId: '3MVG9', allowExport: false, allowStaticToken: false, allowBrowserSession: false, libraryAddress: 'https://files.example.com/library.json' },
    library: { size: 6 }, warnings: [{ id: 'policy:retentionDays', kind: 'policy-ignored' as const, detail: 'retentionDays' }],
  }, assets: makeAssets(6), feedback: makeFeedback(40) }),
  broken: () => ({ state: connected, answers: { 'library.list': () => { throw new AppError('storage-broken') }, 'feedback.page': () => { throw new AppError('storage-broken') } } }),
} satisfies Record<string, () => DeskBusOptions>
export type DeskStateName = keyof typeof deskStates
