import Dexie from 'dexie'
import { toErrorInfo } from '@/lib/domain/errors'
import type { ErrorInfo } from '@/lib/domain/errors'
import type { Clock } from '@/lib/domain/ports'
import type { LocalArea, SessionArea } from '@/lib/domain/store-ports'
import { createApiCache } from './api-cache'
import { createAssetStore } from './asset-store'
import { createExporter } from './archive/export'
import { createRestorer } from './archive/restore'
import { createCache, emptyCaches } from './cache'
import { createDatabase, openDatabase } from './database'
import type { Durable } from './durable'
import { createEraser } from './eraser'
import { createFeedbackStore } from './feedback-store'
import { createGuard } from './guard'
import { createHandOverStore } from './hand-over-store'
import { createHubStore } from './hub-store'
import { createHousekeeping } from './housekeeping'
import { createLearnedStore } from './learned-store'
import { createLedgerStore } from './ledger-store'
import { createLossWatch } from './loss-watch'
import { createMarkStore } from './mark-store'
import { createMissStore } from './miss-store'
import { createOutboxCare } from './outbox-care'
import { createOutboxStore } from './outbox-store'
import { createPastStore } from './past-store'
import { createPieceStore } from './piece-store'
import { createPlaybookStore } from './playbook-store'
import { createRecordNames } from './record-names'
import type { CacheDb, DurableDb } from './rows'
import { createSettings } from './settings'
import { createSettingsStore } from './settings-store'
import { createSnapshotStore, snapshotTtlMs } from './snapshot-store'
import { createSourceStore } from './source-store'
import type { Step } from './step'
import { cacheSteps, durableSteps } from './steps'
import { createTeamDocumentStore } from './team-document-store'
import { createTeamVerdictStore } from './team-verdict-store'
import { createVault } from './vault'
import type { WebCrypto } from './seal'
import { createWarningStore } from './warning-store'

export interface StoresDeps {
  clock: Clock
  local: LocalArea
  session: SessionArea
  crypto: WebCrypto
  indexedDB: IDBFactory
  /** Gives others their turn during long work. */
  pause?: () => Promise<void>
  /** Other histories than today's, for tests. */
  steps?: { durable?: readonly Step[]; cache?: readonly Step[] }
}

/**
 * All stores over their two databases. Building opens nothing and cannot fail; `start` opens, and where it fails the stores
 * answer `storage-broken` while export still works.
 */
export function createStores({ clock, local, session, crypto, indexedDB, pause, steps = {} }: StoresDeps) {
  const db = createDatabase({ name: 'leadside', steps: steps.durable ?? durableSteps, durability: 'strict', indexedDB }) as DurableDb
  const cacheDb = createDatabase({ name: 'leadside-cache', steps: steps.cache ?? cacheSteps, durability: 'relaxed', indexedDB }) as CacheDb
  const guard = createGuard(() => emptyCaches(cacheDb))
  const warnings = createWarningStore({ db, guard })
  const losses = createLossWatch({ db, guard, local, warnings, clock })
  const durable: Durable = {
    db, guard, clock,
    changed: losses.note,
    damaged: (what) => void Dexie.ignoreTransaction(() => (
      warnings.raise({ id: `damaged:${what}`, kind: 'storage-broken', detail: what }, clock.now()).catch(() => undefined)
    )),
  }
  const cache = createCache(cacheDb, clock)

  const names = createRecordNames(cache, snapshotTtlMs)
  const snapshots = createSnapshotStore(cache, names)
  const answers = createApiCache(cache)
  const ledger = createLedgerStore(durable)
  const outbox = { ...createOutboxStore(durable), ...createOutboxCare(durable) }
  const assets = createAssetStore(durable)
  const playbooks = createPlaybookStore(durable)
  const team = createTeamVerdictStore(durable, names)
  const documents = createTeamDocumentStore(durable)
  const learned = createLearnedStore(durable)
  const misses = createMissStore(durable)
  const handOvers = createHandOverStore(durable)
  const vault = createVault(durable, { session, crypto })
  const settingsStore = createSettingsStore({ area: local, warnings, clock })

  return {
    ledger, outbox, assets, snapshots, answers, playbooks, team, documents, learned, misses, handOvers, vault, warnings, settingsStore,
    feedback: createFeedbackStore(durable),
    past: createPastStore(durable, pause),
    pieces: createPieceStore(cache),
    hubStore: createHubStore(durable),
    sources: createSourceStore(durable),
    marks: createMarkStore(durable),
    settings: createSettings(settingsStore),
    backup: {
      slice: createExporter({ indexedDB, name: db.name, local }),
      restore: createRestorer(durable, { ledger, assets, documents, local }),
    },
    eraser: createEraser(durable, cache, { snapshots, answers, team, handOvers, vault, local, session }),
    housekeeping: createHousekeeping(durable, { ledger, outbox, snapshots, answers, learned, misses, handOvers }),

    /** Opens both databases and looks for losses. Resolves to what is wrong, if anything. */
    async start(): Promise<ErrorInfo | undefined> {
      await openCache(cacheDb, clock)
      try {
        await openDatabase(db, clock)
      } catch (failure) {
        return toErrorInfo(failure)
      }
      // Not knowing what was lost is no reason not to start.
      await losses.check().catch(() => false)
      return undefined
    },

    close(): void {
      db.close()
      cacheDb.close()
    },
  }
}

export type Stores = ReturnType<typeof createStores>

/** A cache that cannot be opened is thrown away and begun anew. */
async function openCache(db: CacheDb, clock: Clock): Promise<void> {
  await openDatabase(db, clock).catch(async () => {
    await db.delete({ disableAutoOpen: false })
    await db.open()
  }).catch(() => undefined)
}
