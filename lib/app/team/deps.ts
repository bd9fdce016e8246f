import type { HubPort, HubStore } from '@/lib/domain/hub-port'
import type { CircuitStore, Locks } from '@/lib/domain/store-ports'
import type { TokenVault } from '@/lib/domain/token-vault'
import type { AppDeps } from '../deps'

/** What working with a hub needs beside the rest. */
export interface TeamDeps extends Pick<
  AppDeps,
  'assets' | 'chance' | 'clock' | 'deliverSoon' | 'documents' | 'eraser' | 'ledger' | 'marks' | 'playbooks' | 'policy' | 'search' | 'snapshots' | 'team' | 'tell' | 'warnings'
> {
  outbox: AppDeps['outbox'] & { circuits: CircuitStore }
  hub: HubPort
  hubStore: HubStore
  vault: TokenVault
  locks: Locks
  /** The browser's sign-in window: where it comes back to, and a visit that ends there. */
  signIn: { redirectUri(): string; visit(url: string): Promise<string> }
  /** By what its owner knows this browser again. */
  deviceName(): Promise<string>
  /** Version of the extension. */
  release: string
  /** SHA-256 in hex. */
  digest(text: string): Promise<string>
}
