import type { ApiCache } from '@/lib/domain/store-ports'
import type { Cache } from './cache'

/** Answers that change rarely. Keys name their org, which is how they are forgotten with it. */
export function createApiCache({ db, clock, guard, read, write }: Cache): ApiCache {
  return {
    get: (key) => read(async () => {
      const row = await db.answers.get(key)
      return row && row.until > clock.now() ? row.value : undefined
    }, undefined),

    set: (key, value, ttlMs) => write(() => db.answers.put({ key, until: clock.now() + ttlMs, value })),

    remove: (key) => guard(() => db.answers.delete(key)),

    forget: (orgKey) => guard(async () => {
      const org = orgKey.slice(orgKey.indexOf(':') + 1)
      const keys = await db.answers.toCollection().primaryKeys()
      await db.answers.bulkDelete(keys.filter((key) => key.includes(org)))
    }),

    purge: (now) => guard(() => db.answers.where('until').belowOrEqual(now).delete()),
  }
}
