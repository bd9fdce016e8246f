import type { Asset } from '@/lib/domain/asset'
import { AppError } from '@/lib/domain/errors'
import type { AssetWrite, HubSession, HubStore, WriteOutcome } from '@/lib/domain/hub-port'
import type { AssetStore } from '@/lib/domain/ports'

const writesPerCall = 200

interface Stores { assets: AssetStore; hubStore: Pick<HubStore, 'laterOf' | 'keepLater'> }

/**
 * Hands assets to the hub and keeps what it answers: what was stored as the hub's, and where somebody else was faster, theirs. One that is
 * refused or in conflict holds up none of the others.
 * @throws AppError the first refusal, else `conflict` naming what was not stored
 */
export async function publishAssets(stores: Stores, session: HubSession, writes: readonly AssetWrite[]): Promise<void> {
  const conflicts: string[] = []
  const refused: AppError[] = []
  for (let start = 0; start < writes.length; start += writesPerCall) {
    const part = writes.slice(start, start + writesPerCall)
    const sent = new Map(part.map(({ asset }) => [asset.id, asset]))
    const later = await stores.hubStore.laterOf('assets', [...sent.keys()])
    for (const outcome of await written(session, part.map((write) => ({ ...write, later: later.get(write.asset.id) })))) {
      const asset = sent.get(outcome.id)
      if (outcome.status === 'refused') refused.push(new AppError(outcome.error?.kind ?? 'invalid', { detail: [asset?.title ?? outcome.id, outcome.error?.detail].filter(Boolean).join(': ') }))
      else if (outcome.status === 'conflict') {
        conflicts.push(asset?.title ?? outcome.id)
        await takeOver(stores, outcome)
      } else if (asset) await stores.assets.put([{ ...asset, version: outcome.version ?? asset.version, source: { ...asset.source, system: 'hub' } }])
    }
  }
  if (refused[0]) throw refused[0]
  if (conflicts.length > 0) throw new AppError('conflict', { detail: conflicts.slice(0, 3).join(', ') })
}

async function takeOver({ assets, hubStore }: Stores, { id, current, later }: WriteOutcome<Asset>): Promise<void> {
  if (current) await assets.put([current])
  else await assets.remove([id])
  await hubStore.keepLater('assets', [{ id, later }])
}

/** What the hub never had is written again as something new. */
async function written(session: HubSession, writes: AssetWrite[]): Promise<WriteOutcome<Asset>[]> {
  const outcomes = await session.putAssets(writes)
  const unknown = new Set(outcomes.flatMap(({ id, status, version, current }) => (status === 'conflict' && current === undefined && (version ?? 0) === 0 ? [id] : [])))
  if (unknown.size === 0) return outcomes
  const again = await session.putAssets(writes.filter(({ asset }) => unknown.has(asset.id)).map((write) => ({ ...write, base: 0 })))
  return [...outcomes.filter(({ id }) => !unknown.has(id)), ...again]
}
