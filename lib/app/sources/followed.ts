import { sourceId, type Source } from '@/lib/domain/source'
import type { AppDeps } from '../deps'
import type { SourceDeps } from './deps'

/** A followed source; `locked`: set by the organisation, so nobody changes or removes it here. */
export interface FollowedSource extends Source { locked: boolean }

/** All followed sources. The organisation's library address is one of them without anybody having added it. */
export async function followedSources({ app }: SourceDeps): Promise<FollowedSource[]> {
  await takeOver(app)
  const [kept, policy] = await Promise.all([app.sources.all(), app.policy()])
  const address = policy.libraryAddress
  const fixed = address === undefined ? undefined : sourceId('file', address)
  const known = kept.map((source): FollowedSource => ({ ...source, locked: source.id === fixed, ...(source.id === fixed ? { paused: false } : {}) }))
  if (address === undefined || known.some(({ locked }) => locked)) return known
  return [{ ...newSource('file', address, app.clock.now()), locked: true }, ...known]
}

/** Before there were sources, one address was a setting. */
async function takeOver({ settings, clock, sources }: AppDeps): Promise<void> {
  const { libraryAddress } = await settings.get()
  if (libraryAddress === undefined) return
  const { id } = newSource('file', libraryAddress, 0)
  if (!(await sources.byId(id))) await sources.put(newSource('file', libraryAddress, clock.now()))
  await settings.save({ libraryAddress: undefined })
}

export function newSource(kind: Source['kind'], address: string, now: number): Source {
  return { id: sourceId(kind, address), kind, address, mapping: {}, fixed: {}, takesPlaybook: false, paused: false, addedAt: now }
}
