import type { AssetSources } from '@/lib/domain/source-ports'
import type { Locks } from '@/lib/domain/store-ports'
import type { AppDeps } from '../deps'

/** What following sources needs beside the rest. */
export interface SourceDeps {
  app: AppDeps
  readers: AssetSources
  locks: Locks
}

/** As often as a source is read without anybody asking: four times a working day at most. */
export const refreshMs = 6 * 3_600_000
/** After a failure. */
export const againMs = 3_600_000

/** A moment somewhat off the given distance, so that a team's browsers do not all come at once. */
export function soon({ clock, chance }: Pick<AppDeps, 'clock' | 'chance'>, ms: number): number {
  return Math.round(clock.now() + ms * (0.9 + chance.random() * 0.2))
}
