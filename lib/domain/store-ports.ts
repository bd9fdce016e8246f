import type { Asset } from './asset'
import type { Circuit } from './circuit'
import type { ErrorKind } from './errors'
import type { FeedbackRow } from './feedback-row'
import type { LearnedItem } from './learned'
import type { LedgerEvent } from './ledger'
import type { Miss } from './miss'
import type { NamedPerson } from './named-record'
import type { OutboxMember, OutboxRow } from './outbox'
import type { Playbook } from './playbook'
import type { TeamVerdicts } from './ports'
import type { AssetPast } from './suggest/past'
import type { RecordRef } from './record-ref'
import type { Snapshot } from './snapshot'
import type { TeamDocument, TeamDocumentKind, TeamDocumentOf } from './team-document'

// What is kept on this machine beside ledger, outbox, assets and snapshots (`ports.ts`), and what is done about all of it
// by people and alarms. All times are epoch milliseconds. Every method throws `AppError`: `storage-full` where not even
// emptied caches made room, `storage-broken` where the database cannot be opened or read.

/** Counts over everything not delivered. `stuck` waits for a person; `oldest` is when its click was. */
export interface OutboxSummary { open: number; stuck: number; oldest?: number | undefined }

/** The outbox as people and start-up see it. `orgKey` is a connection's, or `hub` for what goes there. */
export interface OutboxCare {
  summary(): Promise<OutboxSummary>
  /** Undelivered rows of one connection: they are named before it is disconnected. */
  openFor(orgKey: string): Promise<OutboxRow[]>
  /**
   * Makes waiting, blocked and dead rows due now: after a sign-in, when the network is back, or because a person asked.
   * Resolves how many; leaves rows waiting for Undo alone.
   */
  release(which: { orgKey?: string | undefined; eventId?: string | undefined; member?: string | undefined; kinds?: readonly ErrorKind[] | undefined }, now: number): Promise<number>
  /** Forgets undelivered rows of a connection because a person said so. */
  drop(orgKey: string): Promise<number>
  /** Makes the undelivered rows of one member of a hub another's or, with `undefined`, those to the hub that name nobody. Resolves how many. */
  handOver(from: string | undefined, to: OutboxMember): Promise<number>
  /** Forgets undelivered rows of a member of a hub because a person said so. */
  dropOf(member: string): Promise<number>
  /** Deletes rows delivered or cancelled before the moment; undelivered ones are never deleted here. */
  purge(before: number): Promise<number>
}

export interface CircuitStore {
  all(): Promise<Circuit[]>
  /** Replaces the circuit of that key by what `change` makes of it, in one transaction. */
  change(key: string, change: (before: Circuit | undefined) => Circuit): Promise<void>
  remove(key: string): Promise<void>
}

/** Removal from the append-only ledger: samples and people who asked for it. */
export interface LedgerCare {
  remove(eventIds: string[]): Promise<number>
  count(): Promise<number>
}

/** An import arrives in chunks and becomes visible as a whole. */
export interface AssetStaging {
  count(): Promise<number>
  stage(importId: string, assets: Asset[], at: number): Promise<void>
  /** Puts everything staged under the id into the library in one transaction; resolves how many. */
  publish(importId: string): Promise<number>
  discard(importId: string): Promise<void>
}

/** How a verdict counts: standing as its record's first or second look, or overtaken by a later one. */
export type Look = 'first' | 'second' | 'past'

/** One verdict, whoever gave it and wherever it was read; superseded and withdrawn ones are no entries. Names of records are cached apart (`SnapshotCare.names`). */
export interface FeedbackEntry extends Omit<FeedbackRow, 'url' | 'sample' | 'company' | 'recordName'> {
  /** Version of the playbook its reason belongs to. */
  playbook?: string | undefined
  look: Look
}

export interface FeedbackQuery { after?: string | undefined; limit: number; campaign?: string | undefined; source?: string | undefined }
export interface FeedbackStore {
  /** Newest first, all or those of one campaign or source. `next` goes into the following call's `after`; absent at the end. */
  page(query: FeedbackQuery): Promise<{ entries: FeedbackEntry[]; next?: string | undefined }>
  byIds(ids: string[]): Promise<FeedbackEntry[]>
  count(): Promise<number>
  /** All listed verdicts, packed (`readSheet`), newest days first; kept up to date with every verdict, so that nothing is scanned. */
  sheets(after?: string): Promise<{ sheets: string[]; next?: string | undefined }>
}

/** Verdicts of the whole team, read back from a CRM and merged by event id; own ones are recognised. */
export interface TeamVerdictStore {
  /** Stores the page and its cursor in one transaction. */
  merge(orgKey: string, page: TeamVerdicts, now: number): Promise<{ read: number; added: number }>
  cursor(orgKey: string): Promise<string | undefined>
  /** Events of others that the hub told; known ones and own ones change nothing. Resolves how many were new. */
  mergeEvents(events: LedgerEvent[]): Promise<number>
  /** Whole events of others, as far as the CRM kept them and the hub told: all, or only those of some types. */
  events(types?: readonly LedgerEvent['type'][]): Promise<LedgerEvent[]>
  /** Those of these records. */
  forRecord(recordKeys: string[]): Promise<LedgerEvent[]>
  /** What was read from that CRM. */
  forget(orgKey: string): Promise<void>
  /** What the hub told. */
  forgetHub(): Promise<void>
  /** The hub was left: what it told stays, and no other hub's copy takes it along. */
  keepHub(): Promise<void>
}

/** How many judged people consumed an item, and asset → how many of them consumed that around it, each counting at most 1. */
export interface CountedAround { people: number; next: ReadonlyMap<string, number> }
/** What the whole ledger, own and others', says of each asset and content item: sums that every change of the ledger keeps up to date. */
export interface PastStore {
  /** Once after a start, when nobody waits: sums that a release which did not count has left behind are counted anew by whoever asks next. */
  check(): Promise<void>
  /** Every asset the ledger names. */
  assets(): Promise<(AssetPast & { item: string; people: number })[]>
  /** Of these items, those the ledger names. */
  around(items: readonly string[]): Promise<Map<string, CountedAround>>
}

export interface SnapshotCare {
  /** Names of records whose copy is still kept, by record key. */
  names(keys: string[]): Promise<Map<string, { name: string; company?: string | undefined }>>
  /** Keeps names without a copy of the record; `at` is when the CRM told them. */
  remember(people: readonly NamedPerson[], at: number): Promise<void>
  /** Records whose cached person matches in name, company or address. */
  find(query: string): Promise<{ ref: RecordRef; same: RecordRef[]; name: string; company?: string | undefined }[]>
  /** Keys of all records there is a copy or a name of. */
  keys(): Promise<string[]>
  /** The copies read last, newest first. */
  recent(limit: number): Promise<Snapshot[]>
  forget(orgKey: string): Promise<void>
  remove(keys: string[]): Promise<number>
  /** Drops what outlived its time, then the oldest beyond the size cap; resolves how many. */
  purge(now: number): Promise<number>
}

/**
 * Answers that change rarely: describes, versions, identities, forms. JSON that may vanish at any time; parse what comes back.
 * A key names the `orgKey` or the org it belongs to, so that it can be forgotten with it.
 */
export interface ApiCache {
  /** `undefined` when absent or past its time. */
  get(key: string): Promise<unknown>
  set(key: string, value: unknown, ttlMs: number): Promise<void>
  remove(key: string): Promise<void>
  forget(orgKey: string): Promise<void>
  purge(now: number): Promise<number>
}

/** Pieces of a derived index, for example of the search: rebuilt when lost. */
export interface PieceStore {
  read(set: string): Promise<{ id: string; value: unknown }[]>
  /** Replaces the pieces of the same id. */
  write(set: string, pieces: { id: string; value: unknown }[]): Promise<void>
  clear(set: string): Promise<void>
}

export interface PlaybookStore {
  current(): Promise<Playbook | undefined>
  /** An earlier version, for labels of verdicts given under it. */
  byVersion(version: string): Promise<Playbook | undefined>
  /** Every version that was in force here, newest first, with when it came. */
  all(): Promise<{ at: number; playbook: Playbook }[]>
  put(playbook: Playbook, at: number): Promise<void>
}

/** What marketing writes for the team: findings, answers to requests. By id, whatever the kind. */
export interface TeamDocumentStore {
  all<K extends TeamDocumentKind>(kind: K): Promise<TeamDocumentOf<K>[]>
  /**
   * Takes what is newer than the copy here, by `version`, then by `updatedAt`; resolves how many. With `hub` they are the hub's, also
   * where the copy here is the same.
   */
  put(documents: TeamDocument[], origin?: 'hub'): Promise<number>
  remove(ids: string[]): Promise<void>
  /** The hub was left: takes away what is the hub's. What was written here, or nobody knows where, stays. */
  forgetHub(): Promise<void>
  /** The hub was left: what was its own is this browser's. */
  keepHub(): Promise<void>
}

/** Counts learned from the touches of records opened here; never who they came from. */
export interface LearnedStore {
  all(): Promise<LearnedItem[]>
  /** Until when the person of these record keys was counted, and under which of them. */
  counted(keys: string[]): Promise<{ key: string; until: number } | undefined>
  /** Which of these record keys were counted at all. */
  countedAmong(keys: string[]): Promise<string[]>
  /**
   * Adds a person's counts and remembers until when they reach, in one transaction. Nothing happens, and `false` comes back, where the
   * person was counted by somebody else since `from`. Without `until` the person is forgotten.
   */
  count(person: { key: string; from: number | undefined; until: number | undefined }, change: readonly LearnedItem[], now: number): Promise<boolean>
  /** Drops what nobody added to since. */
  purge(before: number): Promise<void>
}

/** A search without a fitting result, by its normalised words, stage and industry. */
export interface MissStore {
  all(): Promise<Miss[]>
  count(miss: Pick<Miss, 'key' | 'query' | 'stage' | 'industry' | 'persona'>, at: number): Promise<void>
  remove(keys: string[]): Promise<void>
  purge(before: number): Promise<void>
}

/** Small facts by kind and id: dismissed notices, what belongs to the samples. */
export interface MarkStore {
  add(kind: string, ids: string[], at: number): Promise<void>
  remove(kind: string, ids: string[]): Promise<void>
  /** The ids added last, newest first. */
  newest(kind: string, limit: number): Promise<{ id: string; at: number }[]>
  all(kind: string): Promise<Set<string>>
  clear(kind: string): Promise<void>
}

export type WarningKind = 'data-lost' | 'storage-broken' | 'settings-reset' | 'policy-ignored' | 'erasure-refused'
/** Something a person must be told, until dismissed. */
export interface Warning { id: string; kind: WarningKind; detail?: string | undefined }
export interface WarningStore {
  all(): Promise<Warning[]>
  raise(warning: Warning, at: number): Promise<void>
  dismiss(id: string): Promise<void>
}

/** One versioned setting. `schema` refuses what is not of `version`; `lift` turns older values into it, or throws. */
export interface SettingItem<T> {
  key: string
  version: number
  fallback: T
  parse(value: unknown): T
  lift?: ((value: unknown, from: number) => unknown) | undefined
}
export interface SettingsStore {
  /** A value that cannot be read gives the fallback and raises `settings-reset`; the value itself stays where it is until `set`. */
  get<T>(item: SettingItem<T>): Promise<T>
  set<T>(item: SettingItem<T>, value: T): Promise<void>
  remove(item: SettingItem<unknown>): Promise<void>
}

/** `storage.local`: readable by content scripts in Firefox, therefore never a secret. */
export interface LocalArea {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<void>
  remove(keys: string[]): Promise<void>
  keys(): Promise<string[]>
}
/** `storage.session`: memory only, out of reach of content scripts. */
export type SessionArea = LocalArea

/** Runs a task unless another context holds the name, then resolves to `undefined` without waiting. */
export interface Locks {
  tryRun<T>(name: string, task: () => Promise<T>): Promise<{ value: T } | undefined>
}

/** One-shot alarms of the browser, by name; `at` is a wall-clock moment. */
export interface Alarms {
  get(name: string): Promise<number | undefined>
  set(name: string, at: number): Promise<void>
  clear(name: string): Promise<void>
}

/** What a restore would do or did, by kind of data. */
export interface RestorePlan {
  events: { added: number; known: number }
  assets: { added: number; changed: number; known: number }
  outbox: { added: number; known: number }
  /** Findings and answers; one here that is as new or newer counts as known. */
  documents: { added: number; known: number }
  playbook: 'absent' | 'same' | 'replaced'
  /** Hand-overs, sources, counts and the like. */
  others: { added: number; known: number }
  /** Rows that are not what they claim to be; they are left out. */
  invalid: number
}
export interface Backup {
  /** One slice of everything as CloudEvents, a line each, without tokens; hand `next` in again for the following one. */
  slice(after: string | undefined, now: number): Promise<{ lines: string[]; next?: string | undefined }>
  /**
   * Reads lines back, chunk by chunk, in the order of the file; `dry` writes nothing.
   * @throws AppError `invalid` with the cause: size, version or form
   */
  restore(text: string, dry: boolean): Promise<RestorePlan>
}

export interface Eraser {
  /** Everything of this person: ledger, outbox, verdicts, cached copies. `refs` is the person's record and all of its `same`; what happened after `upTo` (epoch ms) stays. */
  person(refs: RecordRef[], upTo?: number): Promise<number>
  /** *Disconnect*: cached copies, answers, team verdicts, secrets of the connection. Ledger and outbox stay. */
  connection(orgKey: string): Promise<void>
  everything(): Promise<void>
}

/** What the daily alarm and every start do. */
export interface Housekeeping {
  /** Deletes what outlived its time: copies, answers, delivered rows after 30 days, ledger events after `retentionDays` unless still undelivered. */
  run(now: number, retentionDays: number): Promise<void>
}
