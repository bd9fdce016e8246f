import * as z from 'zod/mini'
import type { Connection } from '@/lib/domain/connection'
import { AppError } from '@/lib/domain/errors'
import { createApiClient } from '../../http/api-client'
import { createSingleFlight } from '../../http/single-flight'
import type { ApiClient } from '../../http/types'
import type { SalesforceDeps, StoredToken } from '../../ports'
import { renew } from '../oauth/renewal'
import { createBudget } from './budget'
import { compositeReply, type Part, type Slots, toCompositeRequest, toSlots } from './composite'
import { describeReply, type ObjectShape, objectShape, toShape } from './describe'
import { explain } from './explain'
import { expectSalesforceOrigin } from './hosts'
import { type UserInfo, userInfo, userInfoPath } from './identity'
import { createVersions } from './version'

const dayMs = 86_400_000
const absentMs = 3_600_000
/** Objects no org is without. */
const everywhere = new Set(['Lead', 'Contact', 'Task'])

export interface CompositeOptions {
  purpose: 'read' | 'write'
  /** Doing all of it twice is the same as once. Reads always are. */
  repeatable?: boolean | undefined
  signal?: AbortSignal | undefined
}

/** One Salesforce org as one user sees it. All methods throw `AppError`. */
export interface Org {
  /** API host. */
  readonly host: string
  readonly userId: string
  readonly mode: StoredToken['mode']
  composite(parts: readonly Part[], options: CompositeOptions): Promise<Slots>
  /** `undefined` where the object is absent or hidden from this user. Remembered for a day. */
  describe(object: string): Promise<ObjectShape | undefined>
  forgetShape(object: string): Promise<void>
  /** Who the token acts as. Remembered for a day unless asked afresh. */
  user(fresh?: boolean): Promise<UserInfo>
  budget(): Connection['budget']
  insist: ApiClient['insist']
}

/** @throws AppError `untrusted` for a host that is none of Salesforce's */
export function createOrg(deps: SalesforceDeps, host: string, first: StoredToken): Org {
  const { vault, cache } = deps
  const { userId } = first
  const origin = expectSalesforceOrigin(host)
  const orgKey = `salesforce:${host}`
  const budget = createBudget(deps.clock)
  const renewal = createSingleFlight<string>()
  const renewed = () => renewal(userId, () => renew(deps, { orgKey, origin, userId }))
  const client = createApiClient({
    fetch: deps.fetch,
    clock: deps.clock,
    chance: deps.chance,
    origin,
    explain,
    headers: { 'sforce-call-options': 'client=Leadside' },
    observe: ({ headers }) => budget.observe(headers),
    token: async () => {
      const token = await vault.get(orgKey, userId)
      if (!token) throw new AppError('not-connected')
      if (token.apiOrigin !== origin) throw new AppError('wrong-org', { detail: token.apiOrigin })
      return token.accessToken === '' ? renewed() : token.accessToken
    },
    refresh: renewed,
  })
  const versions = createVersions(client, cache, host)
  const remembered = (what: string) => `salesforce:${host}:${userId}:${what}`

  return {
    host,
    userId,
    mode: first.mode,
    budget: budget.known,
    insist: client.insist,
    async composite(parts, { purpose, repeatable = purpose === 'read', signal }) {
      budget.expectRoom(purpose)
      return versions.using(async (version) => {
        const json = toCompositeRequest(parts, version)
        const path = `/services/data/v${version}/composite`
        const reply = await client.send({ path, method: 'POST', json, repeatable, signal, schema: compositeReply }).catch(goneAsRetired)
        return toSlots(parts, reply)
      })
    },
    async describe(object) {
      const key = remembered(`describe:${object}`)
      const known = z.safeParse(z.nullable(objectShape), await cache.get(key))
      if (known.success) return known.data ?? undefined
      const shape = await versions.using((version) => describeAt(`/services/data/v${version}/sobjects/${object}/describe`, !everywhere.has(object)))
      await cache.set(key, shape ?? null, shape ? dayMs : absentMs)
      return shape
    },
    forgetShape: (object) => cache.remove(remembered(`describe:${object}`)),
    async user(fresh = false) {
      const known = z.safeParse(userInfo, fresh ? undefined : await cache.get(remembered('user')))
      if (known.success) return known.data
      const user = await client.send({ path: userInfoPath, schema: userInfo })
      if (user.user_id !== userId) throw new AppError('wrong-user', { detail: user.name })
      await cache.set(remembered('user'), user, dayMs)
      return user
    },
  }

  async function describeAt(path: string, optional: boolean): Promise<ObjectShape | undefined> {
    try {
      return toShape(await client.send({ path, schema: describeReply }))
    } catch (error) {
      if (optional && error instanceof AppError && error.kind === 'not-found') return undefined
      return goneAsRetired(error)
    }
  }
}

/** What exists in every version is missing only where the version itself is gone. */
function goneAsRetired(error: unknown): never {
  if (error instanceof AppError && error.kind === 'not-found') throw new AppError('version-retired', { detail: error.detail, cause: error })
  throw error
}
