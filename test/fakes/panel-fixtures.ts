import type { PanelContext } from '@/lib/bus/protocol/panel'
import type { Asset, AssetKind } from '@/lib/domain/asset'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import type { Actor, Person } from '@/lib/domain/person'
import type { RecordRef } from '@/lib/domain/record-ref'
import { say, type Sentence } from '@/lib/domain/sentence'
import type { PreparedSend } from '@/lib/domain/send-view'
import type { Suggestion } from '@/lib/domain/suggest/types'
import type { Story, Touch, TouchKind } from '@/lib/domain/touch'
import type { RecordView } from '@/lib/domain/view'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
export const undoMs = 10_000
/** Tuesday, 10 March 2026, 09:30 UTC */
export const now = Date.UTC(2026, 2, 10, 9, 30)

/** Somebody's own words, as they wrote them. */
export const written = (text: string): Sentence => say('ui.written', text)

export const playbook = defaultPlaybook
export const actor: Actor = { id: '005A', name: 'Dana Reyes', email: 'dana@quayside.example', verified: true }
export const marta: RecordRef = { crm: 'salesforce', org: 'quayside.my.salesforce.com', kind: 'lead', id: '00Q5g00000AbCdEEAV' }
export const jonas: RecordRef = { crm: 'salesforce', org: 'quayside.my.salesforce.com', kind: 'lead', id: '00Q5g00000ZyXwVEAV' }

export const context: PanelContext = {
  host: 'frame', show: 'record', canOpenSidePanel: true, role: 'rep', channels: ['gmail', 'mailto', 'outlook', 'copy', 'meeting'], allowFreeText: true,
}

function asset(id: string, kind: AssetKind, title: string, abstract: string, more: Partial<Asset> = {}): Asset {
  return {
    id, kind, title, abstract, url: `https://www.quayside.example/${id}`, topics: [], stages: [], personas: [], industries: [], products: [], language: 'en',
    owner: 'Ines Carvalho', status: 'approved', version: 3, shareable: true, verifiedAt: now - 26 * day, verifyEvery: 180, updatedAt: now - 40 * day,
    source: { system: 'sample' }, ...more,
  }
}

const assets: Asset[] = [
  asset('brightwater-case', 'case-study', 'How Nordfisk cut spoilage by 18 % in one season', 'A chilled-food producer replaces shared spreadsheets with weekly demand plans.'),
  asset('forecast-guide', 'ebook', 'The forecast error field guide', 'Forty pages on measuring forecast error: MAPE, WAPE and bias, how to pick one, and how to talk about it with sales.'),
  asset('first-call', 'call-sheet', 'First call with a supply chain lead', 'Five questions, three answers, and when to hang up.', {
    body: 'OPEN\n“You looked at how others plan perishables. What does a wrong forecast cost you in a week?”\n\nASK\n1. Who plans today, and in which tool?\n2. How many products, how many weeks of shelf life?\n3. What happens when marketing moves a promotion?\n4. Who else would have to say yes?\n5. By when should it be better?\n\nLISTEN FOR\nSpreadsheets that one person understands. Write-offs nobody counts. A new plant or a new retailer.\n\nDO NOT SAY\nThat we replace the ERP. We do not.',
  }),
  asset('pricing-sheet', 'pricing', 'Prices and what is in them', 'Three editions, what each costs, and the two questions that decide.'),
  asset('what-is-demand-planning', 'blog-post', 'What demand planning is, and why spreadsheets stop working at 200 products', 'A plain introduction to statistical demand planning.'),
  asset('promotions-webinar', 'webinar', 'Forecasting promotions without burning the shelf', 'Recorded webinar with three retail planners: promotion lift, cannibalisation, and what to do when marketing changes the date.'),
  asset('food-brochure', 'brochure', 'Quayside for food producers', 'Shelf life, batches and promotions in one plan.'),
  asset('comparison', 'comparison', 'Quayside and a planning module of your ERP', 'Where each is the better choice, fairly.'),
  asset('tour', 'video', 'The four-minute tour', 'From order history to a plan a buyer can read.'),
]
export const assetsById: Record<string, Asset> = Object.fromEntries(assets.map((each) => [each.id, each]))

let made = 0
export function touch(kind: TouchKind, at: number, title: string, more: Partial<Touch> = {}): Touch {
  made += 1
  return { id: `t${made}`, at, kind, title, contentKey: title, origin: { system: 'sf-campaign-members', id: `o${made}` }, agent: { by: 'human', cause: 'deliberate' }, ...more }
}

export function storyOf(touches: Touch[], more: Partial<Story> = {}): Story {
  const sorted = touches.toSorted((a, b) => b.at - a.at)
  const [newest] = sorted
  const oldest = sorted.at(-1)
  if (!newest || !oldest) throw new Error('a story has touches')
  return {
    key: newest.contentKey, title: newest.title, kind: newest.kind, first: oldest.at, last: newest.at, count: touches.length,
    human: touches.filter(({ agent }) => agent.by === 'human').length, machine: touches.filter(({ agent }) => agent.by === 'machine').length,
    depth: Math.max(0, ...touches.map(({ progress }) => progress ?? 0.5)), campaigns: [...new Set(touches.flatMap(({ campaign }) => (campaign ? [campaign.name] : [])))],
    touches: sorted.slice(0, 20), ...more,
  }
}

const spring = { name: 'Spring planning week' }
const machine = { by: 'machine', cause: 'at-delivery' } as const
export const stories: Story[] = [
  storyOf([
    touch('pricing', now - 2 * hour, 'Prices and what is in them', { seconds: 142, progress: 0.9 }),
    touch('pricing', now - 26 * hour, 'Prices and what is in them', { seconds: 48, progress: 0.4 }),
    touch('pricing', now - 6 * day, 'Prices and what is in them', { seconds: 12, agent: { by: 'unknown', cause: 'no-evidence' } }),
  ]),
  storyOf([touch('webinar-attended', now - 3 * day, 'Forecasting promotions without burning the shelf', { seconds: 2520, progress: 1, campaign: spring })]),
  storyOf([
    touch('email-click', now - 4 * day, 'Spring planning week: your seat', { campaign: spring }),
    touch('email-open', now - 4 * day - minute, 'Spring planning week: your seat', { campaign: spring, agent: machine }),
    touch('email-open', now - 4 * day - 2 * minute, 'Spring planning week: your seat', { campaign: spring, agent: machine }),
  ]),
  storyOf([touch('document', now - 9 * day, 'The forecast error field guide', { progress: 0.65, seconds: 640, campaign: { name: 'Forecast guide download' } })], { assetId: 'forecast-guide' }),
  storyOf([touch('form', now - 9 * day - 5 * minute, 'Download: forecast error field guide', { progress: 1, campaign: { name: 'Forecast guide download' } })]),
  storyOf([touch('page-view', now - 9 * day - 20 * minute, 'What demand planning is, and why spreadsheets stop working at 200 products', { progress: 0.2, seconds: 31 })]),
  storyOf([touch('email-click', now - 15 * day, 'February letter', { agent: { by: 'machine', cause: 'all-links' } })]),
  storyOf([touch('campaign-response', now - 34 * day, 'Food Logistics fair, hall 4', { dayOnly: true, campaign: { name: 'Food Logistics fair' } })]),
]

export function counts(list: readonly Story[]): RecordView['counts'] {
  const kinds: RecordView['counts']['kinds'] = {}
  for (const { kind } of list) kinds[kind] = (kinds[kind] ?? 0) + 1
  const sum = (pick: (story: Story) => number) => list.reduce((total, story) => total + pick(story), 0)
  return { stories: list.length, human: sum((story) => story.human), machine: sum((story) => story.machine), unknown: sum(({ count, human, machine }) => count - human - machine), kinds }
}

function suggestion(assetId: string, why: string, more: Partial<Suggestion['receipt']> = {}): Suggestion {
  return {
    assetId, score: 1,
    receipt: {
      why: written(why),
      reasons: [
        { signal: 'text', points: 4, sentence: written('Close to “Prices and what is in them”, which they read') },
        { signal: 'industry', points: 2.5, sentence: written('From their industry: food producers') },
        { signal: 'fresh', points: 0.8, sentence: written('Updated 29 January') },
      ],
      misfits: [],
      verification: say('suggest.verified_by', 'Ines Carvalho', { date: now - 26 * day }),
      record: written('Sent 22 times, 14 of those leads were judged Good'),
      ...more,
    },
  }
}

export const person: Person = {
  ref: marta, same: [marta], name: 'Marta Lindqvist', firstName: 'Marta', lastName: 'Lindqvist', title: 'Head of Supply Chain', company: 'Brightwater Foods',
  email: 'marta.lindqvist@brightwater.example', ownerName: 'Dana Reyes', ownerId: '005A', status: 'Open', source: 'Webinar', industry: 'Food',
  score: { value: 84, system: 'Account Engagement' }, grade: 'A-', optedOut: false, createdAt: now - 34 * day,
}

export const fullView: RecordView = {
  ref: marta, person, profile: { stage: 'mql', persona: 'supply-chain', industry: 'food', language: 'en' }, actingAs: actor, readAt: now - 40_000,
  sources: [
    { name: 'sf-campaign-members', state: 'found', count: 3 }, { name: 'sf-tasks', state: 'found', count: 4 }, { name: 'sf-emails', state: 'empty', count: 0 },
    { name: 'sf-deliveries', state: 'missing', count: 0, who: 'admin', need: 'ContentDistribution' },
  ],
  factors: [
    { name: 'pricing', weight: 0.95, sentence: written('Looked at prices three times in a week, last today'), storyKeys: ['Prices and what is in them'], touchIds: stories[0]?.touches.map(({ id }) => id) ?? [] },
    { name: 'webinar', weight: 0.7, sentence: written('Stayed to the end of “Forecasting promotions without burning the shelf”'), storyKeys: [], touchIds: stories[1]?.touches.map(({ id }) => id) ?? [] },
    { name: 'depth', weight: 0.4, sentence: written('Read most of “The forecast error field guide”'), storyKeys: [], touchIds: stories[3]?.touches.map(({ id }) => id) ?? [] },
    { name: 'score', weight: 0.3, sentence: written('Score 84 in Account Engagement'), storyKeys: [], touchIds: [] },
    { name: 'campaign', weight: 0.2, sentence: written('Responded to 3 campaigns, last Spring planning week'), storyKeys: [], touchIds: stories[2]?.touches.map(({ id }) => id) ?? [] },
  ],
  stories, counts: counts(stories),
  suggestions: {
    items: [
      suggestion('brightwater-case', 'Same industry, and close to what they read about spoilage'),
      suggestion('first-call', 'For supply chain leads at this stage'),
      suggestion('comparison', 'They have read prices and no comparison yet', { misfits: [written('Not about food')] }),
    ],
    considered: 60, excluded: { read: 4, sent: 1, expired: 2 },
  },
  assets: assetsById, librarySize: 60, verdicts: [], sends: [], notices: [], definitions: [], promotions: [], alsoSets: {},
}

/** Another lead, so that a mix-up would show. */
export const otherView: RecordView = {
  ...fullView, ref: jonas, person: { ...person, ref: jonas, same: [jonas], name: 'Jonas Achterberg', title: 'Purchasing Manager', company: 'Veldhuis Retail', email: 'j.achterberg@veldhuis.example' },
  stories: [storyOf([touch('demo', now - hour, 'Guided demo for retailers')])], counts: { stories: 1, human: 1, machine: 0, unknown: 0, kinds: { demo: 1 } },
  factors: [{ name: 'demo', weight: 0.9, sentence: written('Took the guided demo today'), storyKeys: [], touchIds: [] }],
}

export function prepared(view: RecordView, assetId: string): PreparedSend {
  const { person } = view
  const sent = assetsById[assetId]
  const mail = !person.optedOut && person.email !== undefined
  const why = say('ui.written', person.optedOut ? 'This person opted out of email.' : 'This person has no email address.')
  const channels = context.channels.map((channel) => (mail || channel === 'copy' || channel === 'meeting' ? { channel, ok: true } : { channel, ok: false, why }))
  const first = person.firstName
  return {
    assetId, toName: person.name, ...(person.email ? { to: person.email } : {}), subject: sent?.title ?? '',
    body: `Hi ${first ?? '{firstName}'},\n\n${sent?.title ?? ''} may be useful for ${person.company ?? '{company}'}:\n${sent?.url ?? ''}?utm_source=leadside\n\nBest regards\nDana Reyes`,
    link: `${sent?.url ?? ''}?utm_source=leadside`, missing: first ? [] : ['firstName'], channels, channel: channels.find(({ ok }) => ok)?.channel ?? 'copy',
  }
}
