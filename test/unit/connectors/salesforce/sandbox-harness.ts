import { createSalesforceConnector } from '@/lib/connectors/salesforce/connector'
import type { SalesforceDeps, SalesforceSettings } from '@/lib/connectors/ports'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { StoredToken } from '@/lib/domain/token-vault'
import { uuid7 } from '@/lib/domain/uuid7'
import { seedId } from '../../../sandbox/salesforce/ids.ts'
import { createSandbox } from '../../../sandbox/sandbox.ts'

export const host = 'quayside.my.salesforce.com'
export const origin = `https://${host}`
export const clientId = '3MVG9.sandbox.leadside'
/** Wednesday, 16 September 2026, 10:00 UTC. */
export const start = Date.UTC(2026, 8, 16, 10)

export const leadRef = (key: string): RecordRef => ({ crm: 'salesforce', org: host, kind: 'lead', id: seedId('00Q', key) })
export const contactRef = (key: string): RecordRef => ({ crm: 'salesforce', org: host, kind: 'contact', id: seedId('003', key) })
export const accountRef = (key: string): RecordRef => ({ crm: 'salesforce', org: host, kind: 'account', id: seedId('001', key) })

/** The connector over a sandbox of its own, signed in as the rep. Time passes only by sleeping and by `pass`. */
export function harness(options: { settings?: Partial<SalesforceSettings>; userKey?: string; org?: 'quayside' | 'harbor' } = {}) {
  let now = start
  let serial = 0
  const sandbox = createSandbox({ clock: () => now })
  const org = sandbox.salesforce[options.org ?? 'quayside']
  const vault = createVault()
  const cache = createCache(() => now)
  const browser: { session: string | undefined } = { session: undefined }
  const deps: SalesforceDeps = {
    fetch: sandbox.fetch,
    clock: { now: () => now, sleep: async (ms) => void (now += ms) },
    chance: { random: () => 0.5, id: (at) => uuid7(at, new Uint8Array(10).fill(++serial)) },
    vault,
    cache,
    words: {
      verdict: (value) => ({ good: 'Good', not_yet: 'Not yet', wrong: 'Wrong', cant_tell: "Can't tell" })[value],
      reason: (_value, reason) => reason.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase()),
      sent: (title) => `Sent: ${title}`,
      comeBack: () => 'Come back to this lead',
    },
    settings: async () => ({ statusByVerdict: {}, campaignKinds: {}, log: { notes: true }, ...options.settings }),
    session: async () => browser.session,
  }
  const orgKey = `salesforce:${org.plan.apiHost}`

  /** Signs a user in without the sign-in page. */
  const signIn = async (userKey = options.userKey ?? 'rep', changes: Partial<StoredToken> = {}): Promise<void> => {
    const session = org.apiSession(userKey)
    const refreshToken = org.sessions.issueRefreshToken({ user: session.user, clientId, scopes: session.scopes })
    await vault.set(orgKey, {
      accessToken: session.token, refreshToken, clientId, userId: session.user.id, apiOrigin: `https://${org.plan.apiHost}`, mode: 'oauth', scopes: [...session.scopes], ...changes,
    })
  }

  return {
    sandbox, org, vault, cache, browser, deps, orgKey, signIn,
    now: () => now,
    pass: (ms: number) => void (now += ms),
    connector: createSalesforceConnector(deps),
    /** A connector that remembers nothing but what is stored, as after the worker was killed. */
    revived: () => createSalesforceConnector(deps),
  }
}
export type Harness = ReturnType<typeof harness>

export function createVault(): SalesforceDeps['vault'] {
  const kept = new Map<string, StoredToken[]>()
  return {
    async get(org, userId) {
      const tokens = kept.get(org) ?? []
      return userId === undefined ? tokens.at(-1) : tokens.find((token) => token.userId === userId)
    },
    async set(org, token) {
      kept.set(org, [...(kept.get(org) ?? []).filter((other) => other.userId !== token.userId), token])
    },
    async remove(org, userId) {
      kept.set(org, userId === undefined ? [] : (kept.get(org) ?? []).filter((token) => token.userId !== userId))
    },
  }
}

export function createCache(now: () => number): SalesforceDeps['cache'] {
  const kept = new Map<string, { json: string; until: number }>()
  return {
    async get(key) {
      const entry = kept.get(key)
      return entry && entry.until > now() ? JSON.parse(entry.json) : undefined
    },
    async set(key, value, ttlMs) {
      kept.set(key, { json: JSON.stringify(value), until: now() + ttlMs })
    },
    async remove(key) {
      kept.delete(key)
    },
  }
}
