/** Long work in slices, so that whoever shares the thread gets a turn. `pause` resolves after the others had theirs. */
export interface Slices { now(): number; pause(): Promise<void> }

/** Longest stretch of work without a pause, in milliseconds; the budget is 8. */
const sliceMs = 5

/** Runs a generator to its end, pausing whenever a slice is used up. */
export async function inSlices<T>(work: Generator<void, T>, { now, pause }: Slices): Promise<T> {
  let until = now() + sliceMs
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (now() < until) continue
    await pause()
    until = now() + sliceMs
  }
}

/** Runs a generator to its end at once. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
