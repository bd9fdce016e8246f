import * as z from 'zod/mini'
import type { SessionArea } from '@/lib/domain/store-ports'
import type { SignIns, StoredToken } from '@/lib/domain/token-vault'
import type { Durable } from './durable'
import type { StoredSecret } from './rows'
import { createSeal } from './seal'
import type { WebCrypto } from './seal'

const secret = z.strictObject({ refreshToken: z.optional(z.string()), staticToken: z.optional(z.string()) })
const access = z.strictObject({ accessToken: z.string(), expiresAt: z.optional(z.number()) })

/** Prefix of the access tokens in the session area. */
export const accessPrefix = 'access:'

/**
 * Sign-ins. Refresh tokens and static keys are sealed in the database, access tokens live in the session area: neither ever
 * touches `storage.local`, which content scripts can read in Firefox.
 */
export function createVault({ db, guard, clock }: Durable, { session, crypto }: { session: SessionArea; crypto: WebCrypto }): SignIns {
  const seal = createSeal(db, guard, crypto)
  const idOf = (org: string, userId: string) => `${org} ${userId}`

  async function findRow(org: string, userId: string | undefined): Promise<StoredSecret | undefined> {
    if (userId !== undefined) return guard(() => db.secrets.get(idOf(org, userId)))
    return guard(async () => (await db.secrets.where('orgKey').equals(org).sortBy('at')).at(-1))
  }

  async function openSecret(row: StoredSecret): Promise<z.infer<typeof secret> | undefined> {
    const text = await seal.open(row, row.id)
    // One of a newer release that reads otherwise is no sign-in: the person signs in again.
    return text === undefined ? undefined : secret.safeParse(JSON.parse(text)).data
  }

  return {
    async get(org, userId) {
      const row = await findRow(org, userId)
      const opened = row && await openSecret(row)
      if (!row || !opened) return undefined
      const live = access.safeParse(await session.get(accessPrefix + row.id)).data
      const kept = opened.staticToken === undefined ? { accessToken: '', expiresAt: 0 } : { accessToken: opened.staticToken }
      return { ...row.about, refreshToken: opened.refreshToken, ...(live ?? kept) }
    },

    async set(org, { accessToken, expiresAt, refreshToken, ...about }: StoredToken) {
      const id = idOf(org, about.userId)
      const isStatic = about.mode === 'token'
      const sealed = await seal.seal(JSON.stringify({ refreshToken, staticToken: isStatic ? accessToken : undefined }), id)
      await guard(() => db.secrets.put({ id, orgKey: org, at: clock.now(), about, ...sealed }))
      if (!isStatic) await session.set(accessPrefix + id, { accessToken, expiresAt })
    },

    async remove(org, userId) {
      const rows = await guard(() => db.secrets.where('orgKey').equals(org).toArray())
      const gone = rows.filter((row) => userId === undefined || row.about.userId === userId).map((row) => row.id)
      await session.remove(gone.map((id) => accessPrefix + id))
      await guard(() => db.secrets.bulkDelete(gone))
    },

    list: () => guard(async () => (await db.secrets.toArray()).map(({ orgKey, about }) => ({ org: orgKey, userId: about.userId, mode: about.mode }))),
  }
}
