import type { Chance, Clock } from '@/lib/domain/ports'
import { uuid7 } from '@/lib/domain/uuid7'

export const clock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  }),
}

export const chance: Chance = {
  random: () => Math.random(),
  id: (at) => uuid7(at, crypto.getRandomValues(new Uint8Array(10))),
}
