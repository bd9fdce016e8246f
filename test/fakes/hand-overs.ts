import type { HandOverLack } from '@/lib/domain/hand-over-ports'
import type { HandOverConnection } from '@/lib/bus/protocol/hand-overs'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import type { HandOverRow, HandOverRule, Outcome } from '@/lib/domain/hand-over'
import { orgKey, recordKey } from '@/lib/domain/record-ref'
import { createRandom } from '../fixtures/store/random'
import { deskNow, org } from './desk-bus'

const hour = 3_600_000
const day = 24 * hour

export const handOverRuleOf: HandOverRule = {
  crm: 'salesforce', org, version: 1, setAt: deskNow - 30 * day, since: deskNow - 365 * day, way: { by: 'lead-status', statuses: ['Working', 'Nurturing'] }, mql: [], sql: ['Qualified'],
}
export const handOverState: HandOverConnection = {
  crm: 'salesforce', org, rule: handOverRuleOf, count: 320, readAt: deskNow - 5 * 60_000, completeAt: deskNow - 5 * 60_000, lacks: [],
}

/** Hand-overs of the leads these verdicts are about and of as many again that nobody judged, the same for the same seed. */
export function makeHandOvers(feedback: readonly FeedbackRow[], seed = 5): HandOverRow[] {
  const random = createRandom(seed)
  const judged = [...new Map(feedback.map((row) => [recordKey(row.ref), row])).values()]
  const unseen = judged.map((row): FeedbackRow => ({ ...row, ref: { ...row.ref, id: row.ref.id.replace('00Q0', '00QX') }, verdict: 'cant_tell', recordName: undefined, company: undefined }))
  return [...judged, ...unseen].map((row, index): HandOverRow => {
    const at = row.at - random.upTo(30) * hour - hour
    const isJudged = index < judged.length
    const follows = isJudged ? random.chance(0.9) : random.chance(0.3)
    const converts = row.verdict === 'good' ? random.chance(0.5) : isJudged && random.chance(0.04)
    const result: Outcome['result'] = random.pick(row.verdict === 'wrong' ? ['won', 'lost'] : ['won', 'lost', 'open'])
    return {
      key: recordKey(row.ref), ref: row.ref, orgKey: orgKey(row.ref), at, precision: 'moment', rule: 1, readAt: deskNow - day, source: row.source, persona: row.persona, industry: row.industry, stage: row.stage,
      campaigns: row.campaigns.map((name) => ({ name, at: at - day, by: 'member' as const })), same: [], unknown: [],
      ...(follows ? { followedUpAt: at + Math.round((0.3 + random.random() ** 3 * 150) * hour), followUpExact: true } : {}),
      ...(converts ? { sqlAt: at + 5 * day, convertedAt: at + 9 * day, outcome: { id: `006${index}`, result, stage: { won: 'Closed Won', lost: 'Closed Lost', open: 'Proposal', unknown: '' }[result], amount: 10_000 + random.upTo(90) * 1000, currency: 'EUR', closedAt: at + 40 * day } } : {}),
      ...(!isJudged && random.chance(0.4) ? { firstOpenedAt: at + 3 * hour } : {}), name: row.recordName, company: row.company, url: `https://${org}/${row.ref.id}`,
    }
  })
}

/** A background that has read them all. */
export function handOverAnswers(feedback: readonly FeedbackRow[], lacks: HandOverLack[] = []) {
  const rows = makeHandOvers(feedback)
  return {
    'hand-overs.state': () => ({ connections: [{ ...handOverState, count: rows.length, lacks }], openings: 'here' as const }),
    'hand-overs.page': () => ({ rows }),
    'hand-overs.read': () => ({ count: rows.length, added: 0, left: 0, more: false }),
    'hand-overs.choices': () => ({ ways: [{ by: 'lead-status' as const, options: ['Open', 'Working', 'Nurturing', 'Qualified'].map((id) => ({ id, label: id })) }], stages: [{ id: 'Qualified', label: 'Qualified' }] }),
  }
}
