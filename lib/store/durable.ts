import type { Clock } from '@/lib/domain/ports'
import type { Guard } from './guard'
import type { DurableDb } from './rows'

/** What every durable store is built from. */
export interface Durable {
  db: DurableDb
  guard: Guard
  clock: Pick<Clock, 'now'>
  /** Called with the kind of row that could not be read; the row stays where it is. */
  damaged(what: string): void
  /** Called after something was added to or changed in the ledger or the outbox. */
  changed(): void
}
