import { createRandom } from './random.ts'

const verdicts = ['good', 'good', 'not_yet', 'wrong', 'cant_tell'] as const
const reasons = { good: ['right-person', 'real-need'], not_yet: ['no-budget-yet', 'later-project'], wrong: ['student-or-job-seeker', 'too-small', 'wrong-role'], cant_tell: ['no-reply', 'too-little-information'] }
const year = 365 * 86_400_000

/** So many verdicts on nine tenths as many leads over a year, as a backup file holds them; the same for the same seed. */
export function verdictEvents(from: number, count: number, all: number, now: number): { id: string }[] {
  const random = createRandom(from + 1)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: count }, (_, offset) => {
    const index = from + offset
    const verdict = pick(verdicts)
    const hex = index.toString(16).padStart(12, '0')
    return {
      type: 'verdict', id: `01910000-0000-7000-8000-${hex}`, at: Math.floor(now - (index / all) * year), ref: { crm: 'hubspot', org: '1000001', kind: 'contact', id: String(1_000_000 + Math.floor(random() * all * 0.9)) },
      rep: { id: `r${index % 50}`, name: `Rep ${index % 50}`, verified: true }, verdict, reason: pick(reasons[verdict]), ...(random() < 0.1 ? { note: 'Wants a plan by product and week; budget opens with the new fiscal year.' } : {}),
      evidence: {
        playbook: '1', source: `Source ${Math.floor(random() * 7)}`, campaigns: [...new Set([`Campaign ${Math.floor(random() ** 2 * 60)}`, ...(random() < 0.3 ? [`Campaign ${Math.floor(random() * 60)}`] : [])])],
        persona: pick(['it', 'operations', 'finance', 'supply-chain']), industry: pick(['food', 'retail', 'pharma', 'chemicals']), stage: pick(['mql', 'working', 'sql']), digest: '0',
        stories: Array.from({ length: Math.floor(random() * 4) }, () => ({ key: 'k', title: 'A guide', assetId: `asset-${Math.floor(random() * 300)}`, count: 1, last: now })),
      },
    }
  })
}
