import type { LedgerEvent } from '../ledger'
import { recordKey } from '../record-ref'

/** How an asset did: people it was sent to and judged later, and how much of a success they were. */
export interface Outcome { judged: number; good: number }

/** Per asset what became of the people it was sent to, as far as somebody judged them afterwards. One person counts once. */
export function outcomesOf(events: readonly LedgerEvent[]): Map<string, Outcome> {
  const withdrawn = new Set<string>()
  const dropped = new Set<string>()
  const verdicts = new Map<string, Extract<LedgerEvent, { type: 'verdict' }>>()
  for (const event of events) {
    if (event.type === 'verdict-withdrawn') withdrawn.add(event.verdictId)
    if (event.type === 'send-outcome' && event.outcome === 'dropped') dropped.add(event.sendId)
  }
  for (const event of events) {
    if (event.type !== 'verdict' || withdrawn.has(event.id) || event.verdict === 'cant_tell') continue
    const key = recordKey(event.ref)
    if ((verdicts.get(key)?.at ?? -Infinity) < event.at) verdicts.set(key, event)
  }
  const outcomes = new Map<string, Outcome>()
  const counted = new Set<string>()
  for (const event of events) {
    if (event.type !== 'send' || dropped.has(event.id)) continue
    const verdict = verdicts.get(recordKey(event.ref))
    const once = `${event.assetId} ${recordKey(event.ref)}`
    if (!verdict || verdict.at < event.at || counted.has(once)) continue
    counted.add(once)
    const outcome = outcomes.get(event.assetId) ?? { judged: 0, good: 0 }
    outcome.judged += 1
    if (verdict.verdict === 'good') outcome.good += 1
    outcomes.set(event.assetId, outcome)
  }
  return outcomes
}
