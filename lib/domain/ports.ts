import type { Asset } from './asset'
import type { Connection } from './connection'
import type { HandOverReader } from './hand-over-ports'
import type { LedgerEvent } from './ledger'
import type { OutboxRow } from './outbox'
import type { Actor } from './person'
import type { NamedPerson } from './named-record'
import type { Crm, RecordRef } from './record-ref'
import type { Snapshot, StandingVerdict } from './snapshot'

/** Time, ids and chance, handed in so that the domain and its users can be tested. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}
export interface Chance {
  /** 0 ≤ x < 1 */
  random(): number
  /** A UUIDv7 for the given moment. */
  id(at: number): string
}

/** What a delivery has to write, resolved from the ledger by the outbox. */
export type Delivery =
  | { task: 'verdict'; event: Extract<LedgerEvent, { type: 'verdict' }>; earlier?: string | undefined }
  | { task: 'send-log'; event: Extract<LedgerEvent, { type: 'send' }> }
  | { task: 'return-task' | 'return-done'; event: Extract<LedgerEvent, { type: 'verdict' }> }

export interface DeliveryContext {
  /** An earlier attempt may have arrived: read first. `since` is when that attempt began. */
  unsure: boolean
  since: number
}

/** One page of the team's verdicts read back from a CRM. */
export interface TeamVerdicts {
  items: { ref: RecordRef; recordName?: string | undefined; verdict: StandingVerdict; event?: LedgerEvent | undefined }[]
  /** Opaque; hand it in again to read only what changed since. Absent at the end of what exists now. */
  next?: string | undefined
  cursor: string
}

/** The one door to a CRM. All methods throw `AppError` with a kind; none returns emptiness for a failure. */
export interface CrmConnector {
  readonly crm: Crm
  /** Reads a record whole, within the call budget of the design. A failing source costs only its own part. */
  open(ref: RecordRef, signal?: AbortSignal): Promise<Snapshot>
  /** A person asks for the next read: it goes out although the CRM failed and is left alone for a while. Asked often, once every few seconds. */
  insist(org: string): Promise<void>
  /** Writes one delivery exactly once. Resolves only when the CRM confirmed it. */
  deliver(delivery: Delivery, context: DeliveryContext): Promise<void>
  /** Refuses a write meant for another org or user; resolves to who would act. */
  actor(org: string): Promise<Actor>
  /**
   * Whether the acting user may administer the CRM; false where that cannot be told. Never throws.
   * @param ask false: answers from what is remembered (a day at most) and touches no network
   */
  mayAdminister(org: string, ask: boolean): Promise<boolean>
  /** The status that the team's hub did not let the last verdict set, where one stands before this CRM. */
  statusNotAgreed?(org: string): Promise<string | undefined>
  /** Records of the people with this e-mail address; empty where the CRM knows nobody. */
  recordsOf(org: string, email: string): Promise<RecordRef[]>
  /** Who these records are, in bulk: a call or two for a hundred. Those the CRM does not show are left out. */
  names(org: string, refs: readonly RecordRef[]): Promise<NamedPerson[]>
  report(org: string): Promise<Connection>
  teamVerdicts(org: string, cursor: string | undefined): Promise<TeamVerdicts>
  /** Leads handed over, in bulk. Absent where a connector cannot. */
  readonly handOvers?: HandOverReader | undefined
  /** Human touches, campaign responses and score of several records since a moment, in one batched call. */
  recheck(org: string, refs: RecordRef[], since: number): Promise<{ ref: RecordRef; newTouches: number; campaignResponses: number; score?: number | undefined }[]>
}

export interface LedgerStore {
  /** Appends events and enqueues their deliveries in one strict transaction. Known ids are ignored. */
  append(events: LedgerEvent[], outbox: OutboxRow[]): Promise<void>
  forRecord(keys: string[]): Promise<LedgerEvent[]>
  byId(id: string): Promise<LedgerEvent | undefined>
  /** All events of these types, oldest first. */
  all(types: LedgerEvent['type'][]): Promise<LedgerEvent[]>
}

export interface OutboxStore {
  /** Takes due rows for CRMs whose record has no earlier open row, marks them `sending` with a lease; at most `limit`, one a record. `member`: who is signed in at the hub; rows of another stay. */
  lease(now: number, limit: number, leaseMs: number, member?: string): Promise<OutboxRow[]>
  /** Takes the next batch for the hub, in order; one batch at a time. */
  leaseBatch(now: number, limit: number, leaseMs: number, member?: string): Promise<OutboxRow[]>
  /** Writes a row back if its fence is still the current one; resolves whether it was. */
  settle(row: OutboxRow): Promise<boolean>
  /** The same for a batch, in one transaction; resolves those it was true for. */
  settleAll(rows: OutboxRow[]): Promise<OutboxRow[]>
  /** Rows that are not done, oldest first. */
  open(): Promise<OutboxRow[]>
  forEvents(eventIds: string[]): Promise<OutboxRow[]>
  forRecords(recordKeys: string[]): Promise<OutboxRow[]>
  /** Cancels rows of the event that were not sent yet; resolves how many. */
  cancel(eventId: string): Promise<number>
  nextDue(member?: string): Promise<number | undefined>
}

export interface AssetStore {
  /** The same array until something is written. */
  all(): Promise<readonly Asset[]>
  byId(id: string): Promise<Asset | undefined>
  /** Those of the ids that exist, in the order asked, in one read. */
  byIds(ids: readonly string[]): Promise<Asset[]>
  put(assets: Asset[]): Promise<void>
  remove(ids: string[]): Promise<void>
}

export interface SnapshotStore {
  get(ref: RecordRef): Promise<Snapshot | undefined>
  put(snapshot: Snapshot): Promise<void>
}
