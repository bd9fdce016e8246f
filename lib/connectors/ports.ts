import type { VerdictValue } from '@/lib/domain/ledger'
import type { Chance, Clock } from '@/lib/domain/ports'
import type { TokenVault } from '@/lib/domain/token-vault'
import type { TouchKind } from '@/lib/domain/touch'

export type { StoredToken, TokenVault } from '@/lib/domain/token-vault'

/** JSON that may vanish at any time: what the CRM says about itself. */
export interface Cache {
  /** `undefined` when absent or past its time. Parse what comes back. */
  get(key: string): Promise<unknown>
  set(key: string, value: unknown, ttlMs: number): Promise<void>
  remove(key: string): Promise<void>
}

/** What every connector needs from outside. */
export interface ConnectorDeps {
  fetch: typeof fetch
  clock: Clock
  chance: Chance
  vault: TokenVault
  cache: Cache
  words: CrmWords
}

/** Visible texts written into a CRM, in the team's language. None is ever read back: markers are. */
export interface CrmWords {
  verdict(value: VerdictValue): string
  /** The reason's label in the playbook; its id where there is none. */
  reason(value: VerdictValue, reason: string): string
  /** Subject or headline of a send, for example `Sent: Price guide`. */
  sent(title: string): string
  /** Subject of the task that brings a *Not yet* back. */
  comeBack(): string
}

/** What an admin chose for a Salesforce org. */
export interface SalesforceSettings {
  /** Lead status (API name) written with a verdict; nothing for a verdict that is not named. */
  statusByVerdict: Readonly<Record<string, string>>
  /** Kind of touch by campaign type, in lower case; completes the defaults. */
  campaignKinds: Readonly<Record<string, TouchKind>>
  log: {
    /** Notes are written to the CRM. Off where the team forbids free text. */
    notes: boolean
  }
}

export interface SalesforceDeps extends ConnectorDeps {
  settings(org: string): Promise<SalesforceSettings>
  /** The browser's own session for an API origin, where the person chose that way to connect. */
  session?: ((apiOrigin: string) => Promise<string | undefined>) | undefined
}
