import type { HandOver, HandOverRule } from '@/lib/domain/hand-over'
import { recordKey } from '@/lib/domain/record-ref'
import { salesforceOrg } from '../../e2e/harness/people.ts'
import { day, hour, leadRef, lineOf, pick, type Making } from './line.ts'
import { campaigns, industries, personas, sources, stages } from './words.ts'

/** A rule for Salesforce, and what became of the leads it found. Read just now, so that nothing is read again while pictures are taken. */
export function handOverLines(making: Making): string[] {
  const { amount, now } = making
  if (amount.handOvers === 0) return []
  const rule: HandOverRule = { crm: 'salesforce', org: salesforceOrg, version: 1, setAt: now - 200 * day, since: now - 180 * day, way: { by: 'lead-status', statuses: ['Working - Contacted'] }, mql: ['Marketing Qualified'], sql: ['Qualified'] }
  const state = { cursor: '', readAt: now, more: false, completeAt: now, lacks: [] }
  return [
    lineOf({ kind: 'hand-over-rule', data: { rule, state } }, salesforceOrg, rule.setAt),
    ...Array.from({ length: amount.handOvers }, (_, index) => handOverOf(index, making)).map((handOver) => lineOf({ kind: 'hand-over', data: { handOver } }, handOver.key, handOver.at)),
  ]
}

/** Salesforce leads; every fourth has not been judged. */
export function handedOver(index: number): number {
  return index % 4 === 1 ? 400_000 + index * 4 : index * 4
}

function handOverOf(index: number, { now, random }: Making): HandOver {
  const ref = leadRef(handedOver(index))
  const at = Math.floor(now - random() * 85 * day)
  const [campaign, liked] = pick(campaigns, random)
  const reached = Math.floor(random() * 6 * (0.5 + liked))
  return {
    key: recordKey(ref), ref, orgKey: `salesforce:${salesforceOrg}`, at, precision: 'moment', rule: 1, readAt: now, campaigns: [{ name: campaign, at: at - day, by: 'member' }], source: pick(sources, random),
    persona: pick(personas, random), industry: pick(industries, random), stage: pick(stages, random), same: [], unknown: [],
    ...(reached > 0 ? { followedUpAt: at + Math.floor((0.2 + random() * random() * 90) * hour), followUpExact: true } : {}), ...(reached > 2 ? { sqlAt: at + 4 * day } : {}),
    ...(reached > 3 ? { convertedAt: at + 9 * day, outcome: { id: `o${index}`, result: reached > 5 ? 'won' : reached > 4 ? 'lost' : 'open', amount: 12_000 + index * 10, currency: 'EUR', closedAt: at + 30 * day } } : {}),
  }
}
