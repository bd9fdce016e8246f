import type { FoundHandOver } from '@/lib/domain/hand-over'
import { toMoment } from '../time'

/** One change of a field, as field history keeps it. Owner changes come twice: once with names, once with ids. */
export interface Change { CreatedDate: string; OldValue?: string | undefined; NewValue?: string | undefined }

/** Values as they are compared: without regard to case, ids of users and queues by the 15 characters both their forms share. */
export function toWanted(values: readonly string[]): (value: string | undefined) => boolean {
  const wanted = new Set(values.map(normal))
  return (value) => value !== undefined && wanted.has(normal(value))
}

function normal(value: string): string {
  return /^00[5G][a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/.test(value) ? value.slice(0, 15) : value.toLowerCase()
}

/**
 * When a record first had one of the wanted values. `changes` are all of that field, oldest first; without any, it has had
 * its current value since it was created.
 */
export function firstEntry(changes: readonly Change[], created: string, current: string | undefined, wanted: (value: string | undefined) => boolean): number | undefined {
  const [first] = changes
  if (wanted(first ? first.OldValue : current)) return toMoment(created)
  return toMoment(changes.find(({ NewValue }) => wanted(NewValue))?.CreatedDate)
}

/** The same where no history is kept: that it has the value is known, since when is not. */
export function withoutHistory(created: string): Pick<FoundHandOver, 'at' | 'precision'> | undefined {
  const at = toMoment(created)
  return at === undefined ? undefined : { at, precision: 'unknown' }
}
