import type { Asset } from '@/lib/domain/asset'
import { AppError } from '@/lib/domain/errors'
import { mayPublish } from '@/lib/domain/hub'
import type { AssetWrite, HubSession, WriteOutcome } from '@/lib/domain/hub-port'
import type { AssetStore } from '@/lib/domain/ports'
import type { AssetStaging, PlaybookStore, TeamDocumentStore } from '@/lib/domain/store-ports'
import type { TeamDocument } from '@/lib/domain/team-document'
import type { AppDeps } from '../deps'
import type { Membership } from './membership'

const writesPerCall = 200

type Stores = Pick<AppDeps, 'assets' | 'documents' | 'playbooks' | 'staging' | 'clock'>

export interface Publishing {
  assets: AssetStore
  staging: AssetStaging
  documents: TeamDocumentStore
  playbooks: PlaybookStore
  /** Assets of this browser only. */
  unpublished(): Promise<Asset[]>
  /** Hands all of them to the team. */
  publishOwn(): Promise<void>
}

/**
 * The stores as marketing writes to them: while in a hub as marketer or owner a change goes there first, and is kept here when the
 * hub has it. Where somebody else was faster nothing is overwritten: theirs is kept here, and the writer is told (`conflict`).
 */
export function createPublishing(stores: Stores, membership: Membership): Publishing {
  /**
   * `undefined`: nothing is published from here.
   * @throws AppError `signed-out` where the session ended: what changed here only would lose against the hub's later
   */
  async function publisher(): Promise<{ session: HubSession } | undefined> {
    const current = await membership.current()
    if (!current || !mayPublish(current.member.role)) return undefined
    const session = await membership.session()
    if (!session) throw new AppError('signed-out', { detail: 'hub' })
    return { session }
  }

  async function publish({ session }: { session: HubSession }, writes: AssetWrite[]): Promise<void> {
    const conflicts: string[] = []
    for (let start = 0; start < writes.length; start += writesPerCall) {
      const part = writes.slice(start, start + writesPerCall)
      const sent = new Map(part.map(({ asset }) => [asset.id, asset]))
      for (const outcome of await written(session, part)) {
        const asset = sent.get(outcome.id)
        if (outcome.status === 'refused') throw new AppError(outcome.error?.kind ?? 'invalid', { detail: outcome.error?.detail })
        if (outcome.status === 'conflict') {
          conflicts.push(asset?.title ?? outcome.id)
          if (outcome.current) await stores.assets.put([outcome.current])
          else await stores.assets.remove([outcome.id])
        } else if (asset) await stores.assets.put([{ ...asset, version: outcome.version ?? asset.version, source: { ...asset.source, system: 'hub' } }])
      }
    }
    if (conflicts.length > 0) throw new AppError('conflict', { detail: conflicts.slice(0, 3).join(', ') })
  }

  async function expectMayWrite(ids: readonly string[]): Promise<void> {
    const current = await membership.current()
    if (!current || mayPublish(current.member.role)) return
    const known = await Promise.all(ids.map((id) => stores.assets.byId(id)))
    if (known.some((asset) => asset?.source.system === 'hub')) throw new AppError('forbidden', { detail: current.about.name })
  }

  /** Playbook, findings and answers are the team's as a whole: while in a hub a rep has none of their own beside them. */
  async function expectMayPublish(): Promise<void> {
    const current = await membership.current()
    if (current && !mayPublish(current.member.role)) throw new AppError('forbidden', { detail: current.about.name })
  }

  const unpublished = async () => (await stores.assets.all()).filter(({ source }) => source.system !== 'hub' && source.system !== 'sample')

  /** A change made here to what the hub has counts one version up; what it never had starts at nothing. */
  const publishAll = (to: { session: HubSession }, assets: readonly Asset[]) => publish(to, assets.map((asset) => ({ base: Math.max(0, asset.version - 1), asset })))

  return {
    unpublished,
    async publishOwn() {
      const to = await publisher()
      if (!to) throw new AppError('forbidden')
      await publishAll(to, await unpublished())
    },

    assets: {
      ...stores.assets,
      async put(assets) {
        await expectMayWrite(assets.map(({ id }) => id))
        const own = assets.filter(({ source }) => source.system !== 'sample')
        const to = own.length > 0 ? await publisher() : undefined
        const shared = to ? own : []
        if (to) {
          const known = await Promise.all(shared.map(({ id }) => stores.assets.byId(id)))
          await publish(to, shared.map((asset, index) => ({ base: known[index]?.source.system === 'hub' ? (known[index]?.version ?? 0) : 0, asset })))
        }
        await stores.assets.put(assets.filter((asset) => !shared.includes(asset)))
      },
    },

    staging: {
      ...stores.staging,
      async stage(importId, assets, at) {
        await expectMayWrite(assets.map(({ id }) => id))
        await stores.staging.stage(importId, assets, at)
      },
      async publish(importId) {
        const count = await stores.staging.publish(importId)
        const to = await publisher()
        if (to) await publishAll(to, await unpublished())
        return count
      },
    },

    documents: {
      ...stores.documents,
      async put(documents) {
        await expectMayPublish()
        const to = await publisher()
        if (!to) return stores.documents.put(documents)
        let count = 0
        for (const document of documents) {
          const outcome = await putDocument(to.session, document)
          if (outcome.status === 'conflict') await replace(stores.documents, outcome)
          count += await stores.documents.put([{ ...document, version: outcome.version ?? document.version }])
        }
        return count
      },
      async remove(ids) {
        if (ids.length === 0) return
        const to = await publisher()
        const kept: TeamDocument[] = [...await stores.documents.all('finding'), ...await stores.documents.all('request-answer')]
        for (const document of to ? kept.filter(({ id }) => ids.includes(id)) : []) await to?.session.removeDocument(document.version, document.id).catch(unlessUnknown)
        await stores.documents.remove(ids)
      },
    },

    playbooks: {
      ...stores.playbooks,
      async put(playbook, at) {
        await expectMayPublish()
        const to = await publisher()
        const outcome = to && await to.session.putPlaybook((await stores.playbooks.current())?.version, playbook)
        if (outcome?.status === 'conflict') {
          // The hub had none yet, or another than the one here.
          if (outcome.current) await stores.playbooks.put(outcome.current, stores.clock.now())
          else if (to) await to.session.putPlaybook(undefined, playbook)
          if (outcome.current) throw new AppError('conflict', { detail: 'playbook' })
        }
        await stores.playbooks.put(playbook, at)
      },
    },
  }
}

/** What the hub never had is written again as something new. */
async function written(session: HubSession, writes: AssetWrite[]): Promise<WriteOutcome<Asset>[]> {
  const outcomes = await session.putAssets(writes)
  const unknown = new Set(outcomes.flatMap(({ id, status, version, current }) => (status === 'conflict' && current === undefined && (version ?? 0) === 0 ? [id] : [])))
  if (unknown.size === 0) return outcomes
  const again = await session.putAssets(writes.filter(({ asset }) => unknown.has(asset.id)).map(({ asset }) => ({ base: 0, asset })))
  return [...outcomes.filter(({ id }) => !unknown.has(id)), ...again]
}

async function putDocument(session: HubSession, document: TeamDocument): Promise<WriteOutcome<TeamDocument>> {
  const outcome = await session.putDocument(document.version - 1, document)
  const isUnknown = outcome.status === 'conflict' && outcome.current === undefined && (outcome.version ?? 0) === 0
  return isUnknown ? session.putDocument(0, document) : outcome
}

function unlessUnknown(failure: unknown): void {
  if (!(failure instanceof AppError && failure.kind === 'not-found')) throw failure
}

/** Takes over what the other writer stored. @throws AppError `conflict` */
async function replace(documents: TeamDocumentStore, { id, current }: WriteOutcome<TeamDocument>): Promise<never> {
  await documents.remove([id])
  if (current) await documents.put([current])
  throw new AppError('conflict', { detail: id })
}
