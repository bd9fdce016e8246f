import { codeOf } from './db/open'
import type { Log } from './log'

/** Work after the answer. `settled` waits for all of it. */
export function createLater(log: Log): { later(task: () => Promise<void>): void; settled(): Promise<void> } {
  const running = new Set<Promise<void>>()
  return {
    later(task) {
      const run = task().catch((error: unknown) => log.warn('later work failed', { code: codeOf(error) })).finally(() => running.delete(run))
      running.add(run)
    },
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
