import { randomBytes } from 'node:crypto'
import { uuid7 } from '@/lib/domain/uuid7'
import type { CloudEvent } from '@/lib/hub-client/contract'
import { envelopes, refOf, rep, verdict } from '../../contract/hub/examples.ts'
import { zipf } from '../random.ts'

const dayMs = 86_400_000
const values = ['good', 'not_yet', 'wrong', 'cant_tell'] as const
const stages = ['mql', 'sal', 'sql'] as const

/** A verdict on a record as a team gives them over a year: some campaigns and assets often, most seldom. */
export function someVerdict(record: number, random: () => number, now: number): CloudEvent {
  const at = now - Math.floor(random() * 365 * dayMs)
  const source = { id: () => uuid7(at, randomBytes(10)), now: () => at }
  const picked = verdict(source, record, {
    verdict: values[zipf(4, random)] ?? 'good', reason: `reason-${zipf(6, random)}`,
    evidence: {
      playbook: '1', source: `source-${zipf(8, random)}`, campaigns: [`campaign-${zipf(60, random)}`], persona: `persona-${zipf(6, random)}`, industry: `industry-${zipf(12, random)}`,
      stage: stages[zipf(3, random)], digest: 'd', stories: [0, 1].map((index) => ({ key: `k${index}`, title: 'A guide', assetId: `asset-${zipf(200, random)}`, count: 1, last: at })),
    },
  })
  return envelopes(picked)[0] ?? fail()
}

export function openedEvents(count: number, from: number, now: number): CloudEvent[] {
  return envelopes(...Array.from({ length: count }, (_, index) => ({ type: 'opened' as const, id: uuid7(now, randomBytes(10)), at: now, ref: refOf(from + index), rep })))
}

function fail(): never {
  throw new Error('no event')
}
