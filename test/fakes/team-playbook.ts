import { viewDefinitions } from '@/lib/domain/definitions/definition'
import type { Playbook } from '@/lib/domain/playbook'
import type { RecordView } from '@/lib/domain/view'
import { assetsById, day, fullView, hour, now, playbook } from './panel-fixtures'

/** A team's own playbook: a definition both teams agreed on, a promotion, promises to each other. */
export const teamPlaybook: Playbook = {
  ...playbook,
  version: '7',
  stages: playbook.stages.map((stage) => (stage.id === 'mql' ? { ...stage, entry: 'Fits who we sell to, and asked for something.' } : stage)),
  products: [{ id: 'demand-planning', label: 'Demand planning', synonyms: ['forecasting'] }],
  definitions: [{
    id: 'mql', label: 'MQL', version: 4, at: now - 20 * day, agreedWith: 'Mei Tanaka, Jonas Okoro',
    clauses: [
      { id: 'role', kind: 'persona', anyOf: ['supply-chain', 'operations', 'logistics'] },
      { id: 'industry', kind: 'industry', anyOf: ['food', 'retail'] },
      { id: 'webinar', kind: 'story', kinds: ['webinar-attended', 'demo'], atLeast: 1, withinDays: 30, humanOnly: true },
      { id: 'country', kind: 'country', anyOf: ['Austria', 'Germany', 'Switzerland'] },
      { id: 'score', kind: 'score', atLeast: 90 },
    ],
  }],
  promises: { sales: { amount: 2, unit: 'weekdays' }, requests: { amount: 3, unit: 'weekdays' }, findings: { amount: 10, unit: 'weekdays' }, timeZone: 'Europe/Vienna' },
  promotions: [
    {
      id: 'spring', label: 'Spring offer: three months of demand planning', products: ['demand-planning'], offer: 'Three months for the price of two, set-up included.',
      terms: 'New customers in Europe, contracts signed by the end of April.', assetIds: ['brightwater-case', 'pricing-sheet'], audience: [{ id: 'a', kind: 'industry', anyOf: ['food', 'retail'] }],
      from: now - 10 * day, until: now + 21 * day, say: 'Ask what spoilage costs them in a week, then show the case of Nordfisk.', avoid: 'That the price stays after a year. Do not promise an ERP connection by summer.',
    },
    { id: 'fair', label: 'Seats at Food Logistics', products: [], offer: 'Two free tickets a company.', assetIds: [], audience: [], until: now + 40 * day },
  ],
  savedAt: now - 20 * day,
  savedBy: 'Ines Carvalho',
}

const touches = fullView.stories.flatMap((story) => story.touches)

/** What that playbook says of the person on the screen. */
export const underPlaybook = {
  definitions: viewDefinitions(teamPlaybook.definitions ?? [], { person: fullView.person, profile: fullView.profile, touches, vocabulary: teamPlaybook, now }),
  promotions: (teamPlaybook.promotions ?? []).map((promotion, index) => ({
    promotion, known: index > 0, assets: promotion.assetIds.map((id) => ({ id, title: assetsById[id]?.title ?? id })),
  })),
  clock: { from: now - 30 * hour, by: 'opened', due: now + 5.5 * hour, state: 'near' },
  notices: [{ id: 'promotion:spring', kind: 'promotion', sentence: { id: 'notice.promotion_until', values: ['Spring offer: three months of demand planning', { date: now + 21 * day }] }, opens: { what: 'promotion', id: 'spring' } }],
} satisfies Partial<RecordView>
