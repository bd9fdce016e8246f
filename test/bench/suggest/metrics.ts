import { mean, round } from '../bootstrap.ts'

/** Place of the target among what was seen and is not the person's own; ties count half. Infinity where nobody had seen it. */
export function rankOf(scores: Float64Array, target: number, seen: Uint8Array, own: ReadonlySet<number>): number {
  if (!seen[target]) return Infinity
  const wanted = scores[target] ?? 0
  let above = 0
  let equal = 0
  for (let item = 0; item < scores.length; item += 1) {
    if (item === target || !seen[item] || own.has(item)) continue
    const score = scores[item] ?? 0
    if (score > wanted) above += 1
    else if (score === wanted) equal += 1
  }
  return 1 + above + equal / 2
}

export interface SuggestFigures { hr5: number; hr10: number; ndcg10: number; mrr: number; n: number }

export function gain(rank: number): number {
  return rank <= 10 ? 1 / Math.log2(rank + 1) : 0
}

export function figures(ranks: readonly number[]): SuggestFigures {
  const share = (hit: (rank: number) => number) => round(mean(ranks.map(hit)))
  return { hr5: share((rank) => (rank <= 5 ? 1 : 0)), hr10: share((rank) => (rank <= 10 ? 1 : 0)), ndcg10: share(gain), mrr: share((rank) => 1 / rank), n: ranks.length }
}
