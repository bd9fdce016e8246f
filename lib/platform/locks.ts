import type { Locks } from '@/lib/domain/store-ports'

/** Web Locks: one holder among the background and all extension pages. */
export const locks: Locks = {
  tryRun: (name, task) => navigator.locks.request(name, { ifAvailable: true }, async (lock) => (lock ? { value: await task() } : undefined)),
}
