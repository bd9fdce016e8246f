import type { HandOver } from '@/lib/domain/hand-over'
import type { Influence } from '@/lib/domain/influence'
import { createRandom } from './random.ts'

const year = 365 * 86_400_000

/** Leads handed over within a year, the same people as `verdictEvents` judges nine tenths of, as a backup file holds them. */
export function handOverRows(from: number, count: number, all: number, now: number): HandOver[] {
  const random = createRandom(from + 7)
  return Array.from({ length: count }, (_, offset): HandOver => {
    const index = from + offset
    const id = String(1_000_000 + index)
    const ref = { crm: 'hubspot', org: '1000001', kind: 'contact', id } as const
    const at = Math.floor(now - (index / all) * year)
    const campaigns: Influence[] = [{ name: `Campaign ${Math.floor(random() ** 2 * 60)}`, at: at - 86_400_000, by: 'utm' }]
    if (random() < 0.3) campaigns.push({ name: `Campaign ${Math.floor(random() * 60)}`, at: at - 3_600_000, by: 'email' })
    const result = random() < 0.2 ? (['won', 'lost', 'open'] as const)[Math.floor(random() * 3)] : undefined
    return {
      key: `hubspot:1000001:contact:${id}`, ref, orgKey: 'hubspot:1000001', at, precision: 'moment', rule: 1, readAt: now,
      campaigns, source: `Source ${Math.floor(random() * 7)}`, persona: 'it', industry: 'food', stage: 'mql', ...(random() < 0.7 ? { followedUpAt: at + Math.floor(random() * 200 * 3_600_000), followUpExact: true } : {}),
      ...(random() < 0.3 ? { sqlAt: at + 9 * 86_400_000 } : {}), ...(result ? { outcome: { id: `d${id}`, result, stage: 'Contract', closedAt: at + 20 * 86_400_000 } } : {}),
      same: random() < 0.3 ? [{ ...ref, kind: 'lead', id: `9${id}` }] : [], unknown: [],
    }
  })
}
