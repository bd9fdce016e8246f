import type { DeskState } from '@/lib/bus/protocol/desk'
import type { Asset } from '@/lib/domain/asset'
import type { Connection } from '@/lib/domain/connection'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import type { Finding, FindingState } from '@/lib/domain/finding'
import { moveFinding } from '@/lib/domain/finding-rules'
import { latestPerLead } from '@/lib/domain/judgement'
import { packSheet } from '@/lib/domain/review/sheet'
import type { SavedView } from '@/lib/domain/review/saved-view'
import { defaultSettings, settings as settingsSchema } from '@/lib/domain/settings'
import { createRandom } from '../fixtures/store/random'
import { createPanelBus, type PanelBus, type PanelBusOptions } from './panel-bus'
import { sourceAnswers } from './desk-sources'
import { playbookAnswers } from './playbook-answers'

export const deskNow = Date.UTC(2026, 2, 16, 12)
const day = 86_400_000
export const org = 'quayside.my.salesforce.com'

export const salesforce: Connection = {
  crm: 'salesforce', org, state: 'connected', mode: 'oauth', actingAs: { id: '005', name: 'Dana Reyes', email: 'dana@quayside.example', verified: true },
  budget: { used: 1_830, max: 15_000, at: deskNow }, scopes: ['api', 'id', 'refresh_token'],
  abilities: [
    { name: 'sf-read', ok: true }, { name: 'sf-verdicts', ok: true }, { name: 'sf-tasks', ok: true }, { name: 'sf-emails', ok: true },
    { name: 'sf-deliveries', ok: false, need: 'ContentDistribution', who: 'admin' }, { name: 'sf-package', ok: false, need: 'Account Engagement', who: 'vendor' },
  ],
}
export const hubspot: Connection = {
  crm: 'hubspot', org: '4711', state: 'expired', mode: 'token', actingAs: { id: '7', name: 'Dana Reyes', verified: false }, scopes: [], abilities: [], error: { kind: 'signed-out' },
}

export const deskState: DeskState = {
  consented: true, samples: false, settings: defaultSettings, policy: { ignored: [] }, redirectUrl: 'https://abcdefghijklmnop.chromiumapp.org/', adminPage: 'chrome-extension://abcdefghijklmnop/admin.html', browser: 'chromium',
  connections: [], library: { size: 0 }, outbox: { open: 0, stuck: 0 }, warnings: [],
}

/** So many believable verdicts on about two thirds as many leads, the same for the same seed. */
export function makeFeedback(count: number, seed = 3): FeedbackRow[] {
  const random = createRandom(seed)
  const campaigns = ['Spring planning week', 'Forecast guide download', 'Food Logistics fair', 'Promotions webinar', 'Partner referral', 'LinkedIn: control tower', 'Newsletter', 'Pricing page', 'Inventory checklist', 'Spoilage calculator'] as const
  const rates = [0.72, 0.61, 0.28, 0.55, 0.8, 0.18, 0.35, 0.66, 0.5, 0.42]
  const names = ['Marta Lindqvist', 'Jonas Achterberg', 'Wen Zhao', 'Amara Nwosu', 'Piotr Zieliński', 'Inés Carvalho', 'Tom Beck', 'Sofia Rossi'] as const
  const companies = ['Brightwater Foods', 'Veldhuis Retail', 'Harbor Freight Lines', 'Nordkap Chemicals', 'Alba Pharma'] as const
  const reasons = {
    good: ['right-person', 'real-need', 'asked-for-contact', 'knows-us'], not_yet: ['no-budget-yet', 'later-project', 'just-researching', 'evaluating-others'],
    wrong: ['student-or-job-seeker', 'competitor-or-vendor', 'too-small', 'wrong-region', 'wrong-role'], cant_tell: ['no-reply', 'too-little-information'],
  } as const
  const rows = Array.from({ length: count }, (_, index): FeedbackRow => {
    const which = Math.min(random.upTo(campaigns.length), random.upTo(campaigns.length))
    const draw = random.random()
    const rate = rates[which] ?? 0.5
    const verdict = random.chance(0.08) ? 'cant_tell' : draw < rate ? 'good' : draw < rate + (1 - rate) * 0.6 ? 'not_yet' : 'wrong'
    const lead = random.upTo(Math.max(1, Math.ceil(count * 0.7)))
    const reason = random.pick(reasons[verdict] as unknown as readonly [string, ...string[]])
    const id = `00Q${String(lead).padStart(15, '0')}`
    return {
      id: `v${index}`, at: deskNow - index * (200 * day / Math.max(count, 200)) - random.upTo(3_600_000), ref: { crm: 'salesforce', org, kind: 'lead', id }, url: `https://${org}/${id}`,
      recordName: names[lead % names.length], company: companies[lead % companies.length], verdict, ...(random.chance(0.7) ? { reason } : {}),
      ...(random.chance(0.15) ? { note: 'Wants a plan by product and week; budget opens with the new fiscal year.' } : {}), rep: random.pick(['Dana Reyes', 'Mei Tanaka', 'Jonas Okoro']),
      campaigns: [campaigns[which] ?? 'Newsletter', ...(random.chance(0.12) ? ['Newsletter'] : [])].filter((name, at, list) => list.indexOf(name) === at),
      source: random.pick(['Webinar', 'Web', 'Trade Show', 'Partner']), persona: random.pick(['supply-chain', 'operations', 'it', 'student']), industry: random.pick(['food', 'retail', 'chemicals', 'pharma']),
      stage: random.pick(['mql', 'working', 'sql']), assets: random.chance(0.5) ? ['guide-1'] : [], secondLook: random.chance(0.06), look: 'past', sample: false, origin: random.chance(0.5) ? 'here' : 'crm',
    }
  })
  return withStanding(rows)
}

/** The latest of each look stands, as the store would have it. */
export function withStanding(rows: readonly FeedbackRow[]): FeedbackRow[] {
  const standing = new Map((['first', 'second'] as const).flatMap((look) => latestPerLead(rows, look).map(({ id }) => [id, look])))
  return rows.map((row) => ({ ...row, look: standing.get(row.id) ?? 'past' }))
}

/** One finding in each state. */
export function makeFindings(): Finding[] {
  const one = (id: string, state: FindingState, sentence: string, more: Partial<Finding> = {}): Finding => (
    moveFinding({ kind: 'finding', id, version: 1, updatedAt: deskNow, sentence, state: 'noticed', noticedAt: deskNow - 90 * day, concerns: {}, verdictIds: Array.from({ length: 14 }, (_, n) => `v${n}`), reps: 3, ...more }, state, deskNow - 80 * day)
  )
  return [
    one('f1', 'noticed', 'Students download the forecast guide for their theses', { concerns: { campaign: 'Forecast guide download', reason: 'student-or-job-seeker' }, noticedAt: deskNow - 3 * day }),
    one('f2', 'decided', 'Partner leads come without a phone number', { concerns: { campaign: 'Partner referral' }, owner: 'Ines Carvalho', change: 'The partner form asks for a phone number' }),
    one('f3', 'changed', 'LinkedIn brings people from companies that are too small', { concerns: { campaign: 'LinkedIn: control tower', reason: 'too-small' }, owner: 'Ines Carvalho', change: 'The audience starts at 200 employees' }),
    one('f4', 'measured', 'The fair brings leads months before they have a budget', { concerns: { campaign: 'Food Logistics fair', reason: 'no-budget-yet' }, change: 'Fair leads go to nurture first', measured: { before: { good: 30, n: 90 }, after: { good: 40, n: 80 } } }),
  ]
}

export function makeAssets(count: number): Asset[] {
  const kinds = ['brochure', 'deck', 'call-sheet', 'one-pager', 'video', 'case-study', 'webinar', 'blog-post'] as const
  const subjects = ['Forecasting promotions without burning the shelf', 'How Brightwater cut spoilage by a fifth', 'First call: supply chain', 'Control tower in four minutes', 'What demand planning is', 'Prices and what is in them'] as const
  return Array.from({ length: count }, (_, index): Asset => ({
    id: `guide-${index + 1}`, title: `${subjects[index % subjects.length]}${index < subjects.length ? '' : `, part ${Math.floor(index / subjects.length) + 1}`}`,
    abstract: 'What planners ask first, answered with numbers from three retailers.', url: `https://www.example.com/guide-${index + 1}`, kind: kinds[index % kinds.length] ?? 'other',
    topics: ['planning'], stages: ['mql'], personas: ['supply-chain'], industries: ['food'], products: [], language: 'en', owner: 'Ines Carvalho',
    status: index % 9 === 4 ? 'draft' : index % 11 === 6 ? 'archived' : 'approved', version: 1, shareable: index % 8 !== 2, updatedAt: deskNow - index * day,
    ...(index % 5 === 3 ? {} : { verifiedAt: deskNow - (index * 17 % 300) * day }), verifyEvery: 180, source: { system: 'local' },
  }))
}

export interface DeskBusOptions { state?: Partial<DeskState>; feedback?: readonly FeedbackRow[]; assets?: readonly Asset[]; findings?: readonly Finding[]; answers?: PanelBusOptions['answers'] }

/** A background in memory for the desk: requests and answers pass the real schemas. */
export function createDeskBus({ state = {}, feedback: given = [], assets = [], findings = [], answers = {} }: DeskBusOptions = {}): PanelBus & { state: () => DeskState; assets: () => readonly Asset[] } {
  const feedback = withStanding(given)
  let current: DeskState = { ...deskState, library: { size: assets.length }, ...state }
  let library = [...assets]
  let views: SavedView[] = []
  let known = [...findings]
  const staged: Asset[] = []
  const put = (changed: readonly Asset[]) => {
    const ids = new Set(changed.map(({ id }) => id))
    library = [...library.filter(({ id }) => !ids.has(id)), ...changed]
    current = { ...current, library: { ...current.library, size: library.length } }
  }
  const bus = createPanelBus({
    now: () => deskNow,
    answers: {
      'desk.state': () => current,
      'team.state': () => null, 'team.waiting': () => [],
      'team.invites': () => [], 'team.openings': () => null, 'team.senders': () => [], 'team.feeds': () => [],
      ...playbookAnswers(deskNow),
      ...sourceAnswers(deskNow, []),
      'consent.give': () => (current = { ...current, consented: true }, null),
      'settings.save': (patch) => (current = { ...current, settings: settingsSchema.parse({ ...current.settings, ...patch }) }, current.settings),
      'warning.dismiss': ({ id }) => (current = { ...current, warnings: current.warnings.filter((warning) => warning.id !== id) }, null),
      'connection.test': () => salesforce,
      'library.list': () => library,
      'library.save': ({ asset }) => (put([asset]), asset),
      'library.archive': ({ ids }) => (put(library.filter(({ id }) => ids.includes(id)).map((asset) => ({ ...asset, status: 'archived' as const }))), null),
      'library.verify': ({ ids }) => (put(library.filter(({ id }) => ids.includes(id)).map((asset) => ({ ...asset, verifiedAt: deskNow }))), null),
      'library.import': ({ assets: chunk, last }) => {
        staged.push(...chunk)
        if (last) put(staged.splice(0))
        return null
      },
      'library.import-cancel': () => (staged.splice(0), null),
      'requests.list': () => ({ needs: [], misses: [] }),
      'library.figures': () => ({}),
      'links.state': () => ({ states: {}, hosts: [] }),
      'feedback.page': ({ after, limit }) => {
        const from = Number(after ?? 0)
        const rows = feedback.slice(from, from + limit)
        return { rows, ...(from + limit < feedback.length ? { next: String(from + limit) } : {}) }
      },
      'record.names': ({ refs }) => refs.map((ref) => ({ ref, lack: 'not-connected' as const })),
      'feedback.read-team': () => ({ read: 12, added: 3, errors: [] }),
      'review.sheets': () => ({ sheets: feedback.length === 0 ? [] : [packSheet(feedback)] }),
      'review.summary': () => null,
      'review.quotes': ({ ids }) => feedback.filter(({ id, note }) => ids.includes(id) && note).map(({ id, verdict, reason, note = '' }) => ({ id, verdict, reason, note })),
      'review.views': () => views,
      'review.save-view': (view) => (views = [...views.filter(({ page, name }) => page !== view.page || name !== view.name), view], null),
      'review.remove-view': ({ page, name }) => (views = views.filter((view) => view.page !== page || view.name !== name), null),
      'hand-overs.state': () => ({ connections: [], openings: 'here' }),
      'finding.list': () => known,
      'finding.make': (draft) => {
        const made: Finding = { ...draft, kind: 'finding', id: `finding-${known.length + 1}`, version: 1, updatedAt: deskNow, state: 'noticed', noticedAt: deskNow, reps: 1 }
        known = [made, ...known]
        return made
      },
      'finding.save': (changed) => (known = known.map((one) => (one.id === changed.id ? changed : one)), changed),
      'finding.remove': ({ id }) => (known = known.filter((one) => one.id !== id), null),
      'outbox.list': () => [],
      'data.find-person': () => [],
      'data.export': () => ({ lines: '{"leadside":1}\n' }),
      'data.diagnostics': () => ({ text: 'Leadside' }),
      'samples.load': () => (current = { ...current, samples: true }, { assets: 60, verdicts: 187, refs: [] }),
      ...answers,
    },
  })
  return { ...bus, state: () => current, assets: () => library }
}
