import { uuid7 } from '@/lib/domain/uuid7'

/** A UUIDv7 with the browser's own randomness. `at` in epoch milliseconds. */
export function newEventId(at: number): string {
  return uuid7(at, crypto.getRandomValues(new Uint8Array(10)))
}
