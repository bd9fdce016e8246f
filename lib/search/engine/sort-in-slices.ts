const run = 512
const mergedAtOnce = 2048

/** Merge sort that pauses between its slices: sorting a whole vocabulary at once would take longer than a slice may. */
export function* sortInSlices<T>(items: readonly T[], textOf: (item: T) => string): Generator<void, T[]> {
  let runs: T[][] = []
  for (let from = 0; from < items.length; from += run) {
    runs.push(items.slice(from, from + run).sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1)))
    yield
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let pair = 0; pair < runs.length; pair += 2) merged.push(yield* merge(runs[pair] ?? [], runs[pair + 1] ?? [], textOf))
    runs = merged
  }
  return runs[0] ?? []
}

function* merge<T>(left: T[], right: T[], textOf: (item: T) => string): Generator<void, T[]> {
  const merged: T[] = []
  let at = 0
  for (const item of left) {
    for (let next = right[at]; next !== undefined && textOf(next) < textOf(item); next = right[at]) {
      merged.push(next)
      at += 1
    }
    merged.push(item)
    if (merged.length % mergedAtOnce === 0) yield
  }
  for (; at < right.length; at += 1) merged.push(right[at] as T)
  return merged
}
