import type { Asset } from '@/lib/domain/asset'
import { AppError } from '@/lib/domain/errors'
import { mayPublish } from '@/lib/domain/hub'
import type { HubSession, HubStore } from '@/lib/domain/hub-port'
import type { AssetStore } from '@/lib/domain/ports'
import type { AssetStaging, PlaybookStore, TeamDocumentStore } from '@/lib/domain/store-ports'
import type { TeamDocument } from '@/lib/domain/team-document'
import type { AppDeps } from '../deps'
import type { Membership } from './membership'
import { publishAssets } from './publish-assets'
import { publishDocuments } from './publish-documents'
import { playbookId } from './sync-parts'

type Stores = Pick<AppDeps, 'assets' | 'documents' | 'playbooks' | 'staging' | 'clock'> & { hubStore: Pick<HubStore, 'laterOf' | 'keepLater'> }

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

  async function expectMayWrite(ids: readonly string[]): Promise<void> {
    const current = await membership.current()
    if (!current || mayPublish(current.member.role)) return
    if ((await stores.assets.byIds(ids)).some((asset) => asset.source.system === 'hub')) throw new AppError('forbidden', { detail: current.about.name })
  }

  /** Playbook, findings and answers are the team's as a whole: while in a hub a rep has none of their own beside them. */
  async function expectMayPublish(): Promise<void> {
    const current = await membership.current()
    if (current && !mayPublish(current.member.role)) throw new AppError('forbidden', { detail: current.about.name })
  }

  const unpublished = async () => (await stores.assets.all()).filter(({ source }) => source.system !== 'hub' && source.system !== 'sample')

  /** A change made here to what the hub has counts one version up; what it never had starts at nothing. */
  const publishAll = ({ session }: { session: HubSession }, assets: readonly Asset[]) => publishAssets(stores, session, assets.map((asset) => ({ base: Math.max(0, asset.version - 1), asset })))

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
          const known = new Map((await stores.assets.byIds(shared.map(({ id }) => id))).map((asset) => [asset.id, asset]))
          const baseOf = (id: string) => { const before = known.get(id); return before?.source.system === 'hub' ? before.version : 0 }
          await publishAssets(stores, to.session, shared.map((asset) => ({ base: baseOf(asset.id), asset })))
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
        return to ? publishDocuments(stores, to.session, documents) : stores.documents.put(documents)
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
        const later = (await stores.hubStore.laterOf('playbook', [playbookId])).get(playbookId)
        const outcome = to && await to.session.putPlaybook((await stores.playbooks.current())?.version, playbook, later)
        if (outcome?.status === 'conflict') {
          if (outcome.current) {
            await stores.playbooks.put(outcome.current, stores.clock.now())
            await stores.hubStore.keepLater('playbook', [{ id: playbookId, later: outcome.later }])
          }
          // The hub had none yet, or one of a newer release, which cannot be shown here.
          const isFirst = !outcome.current && (await to?.session.putPlaybook(undefined, playbook))?.status === 'stored'
          if (!isFirst) throw new AppError('conflict', { detail: 'playbook' })
        }
        await stores.playbooks.put(playbook, at)
      },
    },
  }
}

function unlessUnknown(failure: unknown): void {
  if (!(failure instanceof AppError && failure.kind === 'not-found')) throw failure
}
