import { mean, round } from '../bootstrap.ts'

export interface QueryFigures { ndcg10: number; map: number; p5: number }

/** Figures of one ranked list, binary relevance. */
export function judge(ranked: readonly string[], relevant: ReadonlySet<string>): QueryFigures {
  let [gain, ideal, precision, hits, early] = [0, 0, 0, 0, 0]
  for (const [index, id] of ranked.entries()) {
    if (!relevant.has(id)) continue
    hits += 1
    precision += hits / (index + 1)
    if (index < 10) gain += 1 / Math.log2(index + 2)
    if (index < 5) early += 1
  }
  for (let index = 0; index < Math.min(10, relevant.size); index += 1) ideal += 1 / Math.log2(index + 2)
  return { ndcg10: gain / ideal, map: precision / relevant.size, p5: early / 5 }
}

export function average(list: readonly QueryFigures[]): QueryFigures & { n: number } {
  const of = (name: keyof QueryFigures) => round(mean(list.map((one) => one[name])))
  return { ndcg10: of('ndcg10'), map: of('map'), p5: of('p5'), n: list.length }
}
