import type { Asset } from './asset'
import type { ErrorInfo } from './errors'
import type { HubHubspot, HubspotLink, HubAbout, HubMember, HubMembership, HubProgress, HubRole, HubTerms, LinkOpenings, LinkView, OpenInvite } from './hub'
import type { HubAdministration } from './hub-administration'
import type { LaterFields } from './later-fields'
import type { LedgerEvent } from './ledger'
import type { OutboxMember } from './outbox'
import type { Playbook } from './playbook'
import type { RecordRef } from './record-ref'
import type { SummaryAnswer, SummaryAsk } from './review/summary-ask'
import type { TeamDocument } from './team-document'
import type { RawTouch } from './touch'

/** One page of what changed, without `leftOut` entries that this release does not understand. `unchanged`: nothing did since the answer that carried `tag`. */
export type Delta<T> = { unchanged: true } | { unchanged: false; items: T[]; next: string; more: boolean; tag?: string | undefined; leftOut?: number | undefined }
export interface Since { cursor: string; tag?: string | undefined }

/** Without `asset` or `document` it is gone; `later` is what a newer release wrote beside. Entries that are not understood are left out. */
export interface AssetChange { id: string; asset?: Asset | undefined; later?: LaterFields | undefined }
export interface DocumentChange { id: string; document?: TeamDocument | undefined; later?: LaterFields | undefined }
/** `target` is the SHA-256, in hex, of a record key or an e-mail hash. */
export interface Erasure { target: string; at: number }

/** `base` is the version a change was made from, 0 for something new; `later` goes back beside it. */
export interface AssetWrite { base: number; asset: Asset; later?: LaterFields | undefined }
/** `conflict`: somebody else changed it first; `current` is theirs, absent where they deleted it. Nothing was stored. */
export interface WriteOutcome<T> { id: string; status: 'stored' | 'conflict' | 'refused'; version?: number | undefined; current?: T | undefined; later?: LaterFields | undefined; error?: ErrorInfo | undefined }
export interface EventOutcome { id: string; status: 'accepted' | 'duplicate' | 'refused'; error?: ErrorInfo | undefined }

export interface JoinAsk { code: string; device: string; deviceName: string; name: string; email?: string | undefined }
/** `visit` lets the person sign in at an address and resolves to where the browser ended up. */
export interface CompanyAsk { device: string; deviceName: string; redirectUri: string; visit(url: string): Promise<string> }
export interface Joined { token: string; sessionId: string; member: HubMember }

/** `url` is what to send; untracked it is the asset's own address. */
export interface MadeLink { url: string; tracked: boolean }

/** The team server. All methods throw `AppError` with a kind; none returns emptiness for a failure. */
export interface HubPort {
  about(address: string): Promise<HubAbout>
  join(address: string, ask: JoinAsk): Promise<Joined>
  /** Joins with the company's own sign-in, where the hub offers that. */
  joinWithCompany(address: string, ask: CompanyAsk): Promise<Joined>
  /** With the sign-in of this browser, whose token goes to this address only. */
  at(address: string, token: () => Promise<string | undefined>): HubSession
}

export interface HubSession extends HubAdministration {
  me(): Promise<HubMember>
  terms(): Promise<HubTerms>
  /** A new token for this device; the old one ends when the new one is used. */
  rotate(): Promise<string>
  /** Signs a device out: one's own, or as owner anybody's. */
  end(sessionId: string): Promise<void>

  assets(since: Since): Promise<Delta<AssetChange>>
  putAssets(writes: AssetWrite[]): Promise<WriteOutcome<Asset>[]>
  playbook(tag: string | undefined): Promise<{ unchanged: true } | { unchanged: false; playbook?: Playbook | undefined; later?: LaterFields | undefined; tag?: string | undefined; leftOut?: number | undefined }>
  /** @param base version it was made from; absent for the first */
  putPlaybook(base: string | undefined, playbook: Playbook, later?: LaterFields): Promise<WriteOutcome<Playbook>>
  documents(since: Since): Promise<Delta<DocumentChange>>
  putDocument(base: number, document: TeamDocument, later?: LaterFields): Promise<WriteOutcome<TeamDocument>>
  /** @throws AppError `conflict` where somebody changed it meanwhile */
  removeDocument(base: number, id: string): Promise<void>

  /** Appends at most `mostEventsPerBatch` events. Repeats are harmless: a known event is a `duplicate`. */
  append(events: LedgerEvent[]): Promise<EventOutcome[]>
  /** Counts of what stands, for marketers and owners. @throws AppError `version-retired` where the hub is of a release that does not count between moments */
  summary(ask: SummaryAsk): Promise<SummaryAnswer & { asOf: number }>
  /** One's own events, for marketers and owners everybody's. */
  events(since: Since): Promise<Delta<LedgerEvent>>
  /** The link to send for an asset to a person. `id` is the send's: the same again is the same link. */
  link(ask: { id: string; assetId: string; ref: RecordRef }, withinMs: number): Promise<MadeLink>
  views(since: Since): Promise<Delta<LinkView>>
  /** What other systems reported of a record, also by e-mail hash. */
  touches(ref: RecordRef, emailHash: string | undefined, withinMs: number): Promise<RawTouch[]>
  /** Counted whether or not views are kept by person; for marketers and owners. */
  openings(assetId: string): Promise<LinkOpenings>

  erasures(since: Since): Promise<Delta<Erasure>>
  /** Deletes what the hub keeps of one person. `emailHash`: SHA-256, in hex, of the trimmed address in lower case. */
  erase(person: { refs: RecordRef[]; emailHash?: string | undefined }): Promise<void>

  /** HubSpot as the hub offers it; `undefined` where it has none. */
  hubspot(): Promise<HubHubspot | undefined>
  /** How HubSpot stands with the hub, for who connects it. */
  hubspotLink(): Promise<HubspotLink>
  /** @returns the page at HubSpot where the owner agrees */
  connectHubspot(): Promise<string>
  keepHubspotKey(key: string): Promise<void>
  forgetHubspot(): Promise<void>

  /** Everything the hub keeps about you as its member, as the hub tells it. */
  exportOwn(): Promise<unknown>

  people(): Promise<HubMember[]>
  setRole(personId: string, role: HubRole): Promise<void>
  removePerson(personId: string): Promise<void>
  /** Those that let somebody in at `now`, newest first. */
  openInvites(now: number): Promise<OpenInvite[]>
  revokeInvite(id: string): Promise<void>
  /** @returns the link to hand on, shown this once */
  invite(ask: { id: string; role: HubRole; uses: number; expiresAt: number }): Promise<string | undefined>
  setTerms(terms: HubTerms): Promise<HubTerms>
}

export const mostEventsPerBatch = 500

/** Where the membership, the progress and the views are kept. */
export interface HubStore {
  membership(): Promise<HubMembership | undefined>
  setMembership(membership: HubMembership | undefined): Promise<void>
  /** Made once per browser. */
  device(make: () => string): Promise<string>
  progress(): Promise<HubProgress[]>
  setProgress(progress: HubProgress): Promise<void>
  /** What a newer release wrote beside what is kept here of these. */
  laterOf(part: LaterPart, ids: readonly string[]): Promise<Map<string, LaterFields>>
  /** Those without `later` have none any more. */
  keepLater(part: LaterPart, changes: readonly { id: string; later?: LaterFields | undefined }[]): Promise<void>
  addViews(views: LinkView[]): Promise<void>
  viewsOf(recordKeys: string[]): Promise<LinkView[]>
  /** Erasures the hub was not told of yet. */
  erasuresToTell(): Promise<ErasureToTell[]>
  addErasure(erasure: ErasureToTell): Promise<void>
  removeErasure(id: string): Promise<void>
  /** Keys of all records anything is kept of. */
  recordKeys(): Promise<string[]>
  /** Forgets progress and views: all is read from the start. */
  restart(): Promise<void>
  /** The same, and the membership; what is to be told stays. */
  clear(): Promise<void>
}
export type LaterPart = 'assets' | 'documents' | 'playbook'
/** `member`: who asked for it; absent in those of an earlier release. */
export interface ErasureToTell { id: string; at: number; refs: RecordRef[]; emailHash?: string | undefined; member?: OutboxMember | undefined }
