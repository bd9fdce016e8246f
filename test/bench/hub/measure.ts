import { quantile } from '../stats.ts'

export interface Row { route: string; calls: number; perSecond: number; p50: number; p99: number }

/** Times of calls by route; rates are over the whole of the run. */
export function createStopwatch() {
  const times = new Map<string, number[]>()
  const from = performance.now()
  return {
    async time<T extends { status: number }>(route: string, call: () => Promise<T>): Promise<T> {
      const start = performance.now()
      const answer = await call()
      if (answer.status >= 400) throw new Error(`${route} answered ${answer.status}`)
      const known = times.get(route)
      if (known) known.push(performance.now() - start)
      else times.set(route, [performance.now() - start])
      return answer
    },
    rows(): { all: Row; routes: Row[] } {
      const seconds = (performance.now() - from) / 1000
      const row = (route: string, list: readonly number[]): Row => ({ route, calls: list.length, perSecond: round(list.length / seconds), p50: round(quantile(list, 0.5)), p99: round(quantile(list, 0.99)) })
      return { all: row('all', [...times.values()].flat()), routes: [...times].map(([route, list]) => row(route, list)).sort((a, b) => b.calls - a.calls) }
    },
  }
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Does the work of a list from so many lanes at once. */
export async function inLanes<T>(lanes: number, list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(Array.from({ length: lanes }, async () => {
    while (next < list.length) {
      const item = list[next++]
      if (item !== undefined) await work(item)
    }
  }))
}
