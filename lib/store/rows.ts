import type Dexie from 'dexie'
import type { Table } from 'dexie'
import type { Asset } from '@/lib/domain/asset'
import type { Circuit } from '@/lib/domain/circuit'
import type { LinkView } from '@/lib/domain/hub'
import type { HandOver, HandOverRule } from '@/lib/domain/hand-over'
import type { HandOverState } from '@/lib/domain/hand-over-ports'
import type { LearnedItem } from '@/lib/domain/learned'
import type { LedgerEvent } from '@/lib/domain/ledger'
import type { Miss } from '@/lib/domain/miss'
import type { OutboxRow } from '@/lib/domain/outbox'
import type { Playbook } from '@/lib/domain/playbook'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { AssetPast } from '@/lib/domain/suggest/past'
import type { Source } from '@/lib/domain/source'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { FeedbackEntry, Look, Warning } from '@/lib/domain/store-ports'
import type { TeamDocument, TeamDocumentKind } from '@/lib/domain/team-document'
import type { StoredToken } from '@/lib/domain/token-vault'

/** The form rows are written in today. Each row carries its own: after a rollback an older form can stand beside a newer database. */
export const rowRev = 1

export interface StoredEvent { id: string; rev: number; recordKey: string; event: LedgerEvent }
/** Of others. `origin` is absent where it was read back from a CRM; `kept`: told by a hub that was left. */
export interface StoredTeamEvent { id: string; rev: number; recordKey: string; event: LedgerEvent; origin?: 'hub' | 'kept' | undefined }

export interface StoredVerdict {
  id: string
  rev: number
  recordKey: string
  entry: Omit<FeedbackEntry, 'look'>
  supersedes?: string | undefined
  withdrawn: boolean
  /** Absent: superseded or withdrawn. */
  look?: Look | undefined
  /** While it is listed: `entry.at`, negative, so that reading forward, which is fast, is newest first. */
  shown?: number | undefined
  campaignKeys?: string[] | undefined
}

/** The listed verdicts of one UTC day, packed (`packSheet`). Absent in rows of before there were sheets: it is made when it is read. */
export interface StoredRollup { day: string; rev: number; sheet?: string | undefined }

export interface StoredOutboxRow {
  id: string
  rev: number
  row: OutboxRow
  /** Order of enqueueing, whatever the clock said. */
  seq: number
  openSeq?: number | undefined
  closedAt?: number | undefined
}

export interface StoredSecret {
  id: string
  orgKey: string
  at: number
  about: Omit<StoredToken, 'accessToken' | 'refreshToken' | 'expiresAt'>
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}

/** `due`: when its progress was last read, 0 for never; absent once the outcome is final. */
export interface StoredHandOver { key: string; orgKey: string; at: number; due?: number | undefined; rev: number; handOver: HandOver }

/** Of an event of either table. */
export interface StoredFiled { id: string; rev: number; type: LedgerEvent['type']; at: number; sendId?: string | undefined }

/** `n` stands for the item and is never given again; `asset` is there where it is one. */
export interface StoredPast extends AssetPast { n: number; item: string; rev: number; asset?: 1 | undefined; people: number }
/** `ItemPast.next` of the item `n`: the numbers of the others, and as often each. */
export interface StoredPastNext { n: number; rev: number; others: Uint32Array; counts: Uint32Array }

/** `origin` is absent where it was written here, and in rows of before there were origins, until the hub is read again. */
export interface StoredDocument { id: string; kind: TeamDocumentKind; rev: number; document: TeamDocument; origin?: 'hub' | undefined }

export type DurableDb = Dexie & {
  events: Table<StoredEvent, string>
  verdicts: Table<StoredVerdict, string>
  teamEvents: Table<StoredTeamEvent, string>
  rollups: Table<StoredRollup, string>
  outbox: Table<StoredOutboxRow, string>
  circuits: Table<Circuit, string>
  assets: Table<{ id: string; rev: number; asset: Asset }, string>
  stagedAssets: Table<{ importId: string; id: string; at: number; rev: number; asset: Asset }, [string, string]>
  playbooks: Table<{ version: string; at: number; rev: number; playbook: Playbook }, string>
  marks: Table<{ kind: string; id: string; at: number }, [string, string]>
  warnings: Table<Warning & { at: number }, string>
  cursors: Table<{ orgKey: string; cursor: string; at: number }, string>
  secrets: Table<StoredSecret, string>
  keys: Table<{ id: string; key: CryptoKey }, string>
  meta: Table<{ id: string; value: number }, string>
  hub: Table<{ id: string; value: unknown }, string>
  linkViews: Table<{ id: string; recordKey: string; at: number; rev: number; view: LinkView }, string>
  documents: Table<StoredDocument, string>
  handOvers: Table<StoredHandOver, string>
  handOverRules: Table<{ orgKey: string; rev: number; rule: HandOverRule; state?: HandOverState | undefined }, string>
  learned: Table<{ item: string; at: number; rev: number; learned: LearnedItem }, string>
  learnedPeople: Table<{ key: string; until: number; at: number }, string>
  filed: Table<StoredFiled, string>
  past: Table<StoredPast, number, Omit<StoredPast, 'n'> & { n?: number }>
  pastNext: Table<StoredPastNext, number>
  sources: Table<{ id: string; rev: number; source: Source }, string>
  misses: Table<{ key: string; last: number; rev: number; miss: Miss }, string>
}

export interface StoredSnapshot { key: string; refs: string[]; orgKey: string; rev: number; bytes: number; snapshot: Snapshot }
/** One row per record of a person; `ref` is the one the copy was read for. */
export interface StoredName {
  key: string
  orgKey: string
  at: number
  ref: RecordRef
  same: RecordRef[]
  name: string
  company?: string | undefined
  email?: string | undefined
}

export type CacheDb = Dexie & {
  snapshots: Table<StoredSnapshot, string>
  names: Table<StoredName, string>
  answers: Table<{ key: string; until: number; value: unknown }, string>
  pieces: Table<{ set: string; id: string; value: unknown }, [string, string]>
}
