import type { LedgerEvent, VerdictEvent } from '@/lib/domain/ledger'

/** How long a verdict can be undone; its delivery waits until then. */
export const undoMs = 10_000

/**
 * What Undo takes back together, oldest first: a click and the details added to it within its ten seconds. Details added later
 * stand alone. Empty for an unknown id.
 */
export function chainOf(events: readonly LedgerEvent[], verdictId: string): VerdictEvent[] {
  const verdicts = new Map(events.flatMap((event) => (event.type === 'verdict' ? [[event.id, event] as const] : [])))
  const last = verdicts.get(verdictId)
  const chain = last ? [last] : []
  for (let head = last; head?.supersedes; ) {
    head = verdicts.get(head.supersedes)
    if (!head || !last || head.verdict !== last.verdict || head.evidence.digest !== last.evidence.digest) break
    chain.unshift(head)
  }
  return last && chain[0] && last.at - chain[0].at >= undoMs ? [last] : chain
}

/** Until when Undo takes this event back, and with it the click it completes. Epoch milliseconds. */
export function undoUntil(events: readonly LedgerEvent[], event: VerdictEvent): number {
  return (chainOf(events, event.id)[0] ?? event).at + undoMs
}
