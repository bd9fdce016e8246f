import { defaultPlaybook } from '@/lib/domain/default-playbook'
import type { Finding } from '@/lib/domain/finding'
import type { Playbook } from '@/lib/domain/playbook'
import { day, eventId, eventLine, hour, leadRef, lineOf, pick, type Making } from './line.ts'
import { handedOver } from './hand-overs.ts'
import { owners } from './library.ts'
import { campaigns, industries, personas, queries, reps, stages } from './words.ts'

/** What the two teams agreed on. With no promotions it is the playbook everybody starts with. */
export function playbookLines({ amount, now }: Making): string[] {
  if (amount.promotions === 0) return []
  const book: Playbook = {
    ...defaultPlaybook, version: '7', products: [{ id: 'demand-planning', label: 'Demand planning', synonyms: ['forecasting'] }, { id: 'inventory', label: 'Inventory', synonyms: ['stock', 'safety stock'] }],
    stages: defaultPlaybook.stages.map((stage) => (stage.id === 'mql' ? { ...stage, entry: 'Fits who we sell to, and asked for something.' } : stage)),
    definitions: [
      { id: 'mql', label: 'MQL', version: 4, at: now - 60 * day, agreedWith: 'Mei Tanaka, Jonas Okoro', clauses: [
        { id: 'role', kind: 'persona', anyOf: ['supply-chain', 'operations', 'logistics'] },
        { id: 'webinar', kind: 'story', kinds: ['webinar-attended', 'demo'], atLeast: 1, withinDays: 30, humanOnly: true },
        { id: 'score', kind: 'score', atLeast: 90 },
      ] },
      { id: 'sql', label: 'SQL', version: 2, at: now - 200 * day, clauses: [{ id: 'industry', kind: 'industry', anyOf: ['food', 'retail'] }, { id: 'country', kind: 'country', anyOf: ['Austria', 'Germany', 'Switzerland'] }] },
    ].slice(0, amount.promotions) as NonNullable<Playbook['definitions']>,
    promises: { sales: { amount: 2, unit: 'weekdays' }, requests: { amount: 3, unit: 'weekdays' }, findings: { amount: 10, unit: 'weekdays' }, timeZone: 'Europe/Vienna' },
    promotions: [
      { id: 'spring', label: 'Spring offer: three months of demand planning', products: ['demand-planning'], offer: 'Three months for the price of two, set-up included.', terms: 'New customers in Europe, contracts signed by the end of the quarter.', assetIds: ['made-0', 'made-3'],
        audience: [{ id: 'a', kind: 'industry' as const, anyOf: ['food', 'retail'] }], from: now - 10 * day, until: now + 21 * day, say: 'Ask what spoilage costs them in a week, then show the case of Nordfisk.', avoid: 'That the price stays after a year. Do not promise an ERP connection by summer.' },
      { id: 'fair', label: 'Seats at Food Logistics', products: [], offer: 'Two free tickets a company.', assetIds: [], audience: [], until: now + 40 * day },
      { id: 'old', label: '春の計画キャンペーン', products: ['inventory'], offer: 'First warehouse free', assetIds: ['made-5'], audience: [], from: now - 90 * day, until: now - 30 * day },
    ].slice(0, amount.promotions),
    savedAt: now - 20 * day, savedBy: 'Ines Carvalho',
  }
  return [lineOf({ kind: 'playbook', data: { at: now - 20 * day, playbook: book } }, book.version, now)]
}

const noticed: readonly (readonly [string, Finding['concerns'], string])[] = [
  ['Students download the forecast error guide for their theses', { campaign: 'Forecast error guide', reason: 'student-or-job-seeker' }, 'The form asks for a work e-mail'],
  ['People who come by referral know what they want', { campaign: 'Referral programme' }, 'Referrals go to sales within the hour, without a score'],
  ['The inventory checklist brings companies of fewer than ten people', { campaign: 'Inventory checklist', reason: 'too-small' }, 'Company size is asked before the download'],
  ['Leads of the fair have no budget before the new fiscal year', { campaign: 'Food Logistics fair', reason: 'no-budget-yet' }, 'They are called in September'],
  ['Retargeting finds our competitors', { campaign: 'Retargeting', reason: 'competitor-or-vendor' }, 'Their domains are left out'],
  ['見込み客ウェビナーの参加者は役職が合わない', { campaign: '見込み客ウェビナー 第3回', reason: 'wrong-role' }, '登録フォームに役職欄を追加した'],
  ['Paid search for “demand planning software for mid-sized producers in Germany, Austria and Switzerland” brings people who look for a job', { campaign: campaigns[12]?.[0], reason: 'student-or-job-seeker' }, 'The word “jobs” and its relatives are excluded'],
]

export function findingLines({ amount, now, random }: Making): string[] {
  return noticed.slice(0, amount.findings).map(([sentence, concerns, change], index) => {
    const reached = amount.findings === 1 ? 0 : [3, 2, 2, 1, 1, 0, 0][index] ?? 0
    const noticedAt = now - (120 - index * 14) * day
    const finding: Finding = {
      kind: 'finding', id: `finding-${index}`, version: 1 + reached, updatedAt: now - index * day, sentence, owner: pick(owners, random), noticedAt, state: (['noticed', 'decided', 'changed', 'measured'] as const)[reached] ?? 'noticed',
      concerns, verdictIds: Array.from({ length: 6 + index * 5 }, (_, nth) => eventId(1, nth * 7 + index)).slice(0, Math.max(1, amount.verdicts)), reps: 3,
      ...(reached > 0 ? { decidedAt: noticedAt + 9 * day, change } : {}), ...(reached > 1 ? { changedAt: noticedAt + 20 * day } : {}), ...(reached > 2 ? { measuredAt: now - 5 * day, measured: { before: { good: 61, n: 214 }, after: { good: 88, n: 178 } } } : {}),
    }
    return lineOf({ kind: 'document', data: finding }, finding.id, finding.updatedAt)
  })
}

/** What reps asked for, what was answered, and what was searched for in vain. */
export function requestLines({ amount, now, random }: Making): string[] {
  const ask = (index: number) => ({ query: queries[Math.floor(random() ** 1.5 * queries.length)] ?? '', stage: pick(stages, random), industry: pick(industries, random), at: Math.floor(now - (index % 40) * day - random() * day) })
  const requests = Array.from({ length: amount.requests }, (_, index) => {
    const rep = pick(reps, random)
    return eventLine({ type: 'request', id: eventId(4, index), ref: leadRef(index), rep: { id: rep, name: rep, verified: true }, ...ask(index % 12), ...(index % 3 === 0 ? { note: 'They ask for it in every first call.' } : {}), persona: pick(personas, random) })
  })
  const answers = amount.requests < 8 ? [] : [lineOf({ kind: 'document', data: { kind: 'request-answer', id: 'answer-1', version: 1, updatedAt: now - 2 * day, requestIds: [1, 5, 9].map((index) => eventId(4, index)), assetId: 'made-1', note: 'Page four says it' } }, 'answer-1', now)]
  const misses = Array.from({ length: amount.misses }, (_, index) => {
    const { query, stage, industry, at } = ask(index)
    const key = `${query}|${stage}|${industry}|${index}`
    return lineOf({ kind: 'miss', data: { key, query: `${query}${index > 9 ? ` ${index}` : ''}`, stage, industry, count: 1 + Math.floor(random() * 9), first: at - 10 * day, last: at } }, key, at)
  })
  return [...requests, ...answers, ...misses]
}

/** When reps first opened a lead: for coverage and for the promises. */
export function openedLines({ amount, now, random }: Making): string[] {
  return Array.from({ length: Math.floor(amount.handOvers * 0.8) }, (_, index) => {
    const rep = pick(reps, random)
    return eventLine({ type: 'opened', id: eventId(5, index), ref: leadRef(handedOver(index)), rep: { id: rep, name: rep, verified: true }, at: Math.floor(now - random() * 80 * day + hour) })
  })
}
