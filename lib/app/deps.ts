import type { Asset } from '@/lib/domain/asset'
import type { HubErasure } from '@/lib/domain/hub'
import type { HubStore } from '@/lib/domain/hub-port'
import type { HandOverStore } from '@/lib/domain/hand-over-ports'
import type { Playbook } from '@/lib/domain/playbook'
import type { AssetStore, Chance, Clock, CrmConnector, LedgerStore, OutboxStore, SnapshotStore } from '@/lib/domain/ports'
import type { Crm, RecordRef } from '@/lib/domain/record-ref'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { SearchContext, SearchFilters } from '@/lib/domain/search-view'
import type { Policy, Settings, SettingsPatch } from '@/lib/domain/settings'
import type { SourceStore } from '@/lib/domain/source-ports'
import type { Statuses } from '@/lib/domain/status-map'
import type {
  ApiCache, AssetStaging, Backup, Eraser, FeedbackStore, LearnedStore, LedgerCare, MarkStore, MissStore, OutboxCare, PastStore, PlaybookStore, SnapshotCare, TeamDocumentStore, TeamVerdictStore, WarningStore,
} from '@/lib/domain/store-ports'

/** Says that something shown anywhere has changed; whoever shows it asks again. */
export interface Tell {
  record(ref: RecordRef): void
  library(): void
  today(): void
  connections(): void
  settings(): void
  /** Verdicts, findings and the like of others. */
  team(): void
  /** How it stands with the hub: since when all is known, what waits. */
  hub(): void
}

/** What a use case may do to the browser around it. */
export interface BrowserDoor {
  /** Opens a page or a mail window; resolves once the browser took it. */
  open(url: string): Promise<void>
  /** Shows the record in a tab, an existing one where it is open already. */
  show(url: string): Promise<void>
}

export interface Connectors {
  /** @throws AppError `not-connected` where the CRM has no connector at all. */
  for(crm: Crm): CrmConnector
  connections(): Promise<{ crm: Crm; org: string }[]>
  /** Page host of an org, where the CRM told: HubSpot's `uiDomain`. */
  pageHost(crm: Crm, org: string): Promise<string | undefined>
}

export interface LibraryHit { assetId: string; score: number; terms: string[]; fits: boolean }
/** The whole library, searched; kept in step by `changed` and rebuilt when lost. */
export interface LibrarySearch {
  search(query: string, filters: SearchFilters, limit: number, context?: SearchContext): Promise<{ hits: LibraryHit[]; total: number }>
  changed(put: readonly Asset[], removed: string[]): Promise<void>
}

export interface AppDeps {
  clock: Clock
  chance: Chance
  ledger: LedgerStore & LedgerCare
  outbox: OutboxStore & OutboxCare
  assets: AssetStore
  staging: AssetStaging
  snapshots: SnapshotStore & SnapshotCare
  answers: ApiCache
  feedback: FeedbackStore
  team: TeamVerdictStore
  documents: TeamDocumentStore
  learned: LearnedStore
  past: PastStore
  misses: MissStore
  sources: SourceStore
  playbooks: PlaybookStore
  /** Leads that were handed over, where the team has said what that means. */
  /** Leads that were handed over, where the team has said what that means. */
  handOvers: HandOverStore
  marks: MarkStore
  warnings: WarningStore
  backup: Backup
  eraser: Eraser
  /** Openings of tracked links that the hub told. */
  hubStore: Pick<HubStore, 'viewsOf'>
  /** What the hub does at a send and at an erasure; absent while nothing can be in a hub. */
  hub?: {
    /** The tracked link to send instead of the asset's own address, made within a moment; `undefined`: send the own one. */
    link(ask: { id: string; assetId: string; ref: RecordRef }): Promise<string | undefined>
    /** Whether links are made at all now. */
    makesLinks(): Promise<boolean>
    erase(person: { refs: RecordRef[]; email?: string | undefined }): Promise<HubErasure | undefined>
    /** Who is signed in there. */
    memberId(): Promise<string | undefined>
    /** Tells it the erasures it was not told of; resolves how many are left. */
    tellErasures(): Promise<number>
    /** Before everything is deleted: ends the session there if it answers at once. Never throws. */
    farewell(): Promise<void>
  } | undefined
  /** Adds to a record just read what other systems told the hub of its person; `before`: the copy it replaces. Never throws. */
  reported?: ((read: Snapshot, before: Snapshot | null | undefined) => Promise<Snapshot>) | undefined
  settings: { get(): Promise<Settings>; save(patch: SettingsPatch): Promise<Settings> }
  policy(): Promise<Policy>
  /** Status of the record that each verdict also sets. @param ask false: touches no network */
  statuses(crm: Crm, org: string, ask: boolean): Promise<Statuses>
  connectors: Connectors
  search: LibrarySearch
  door: BrowserDoor
  tell: Tell
  /** Address of a record's page in its CRM. */
  recordUrl(ref: RecordRef, host?: string): string
  /** Wakes the delivery of what is due; never awaited by a click. */
  deliverSoon(dueAt: number): void
  defaultPlaybook: Playbook
}
