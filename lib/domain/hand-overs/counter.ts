import type { HandOver } from '../hand-over'
import type { Joined } from './joined'

/** Counts leads one at a time, so that many can be done in slices. `counted` stands once all were added. */
export interface LeadCounter<Result, T extends HandOver = HandOver> {
  add(lead: Joined<T>): void
  counted(): Result
}
