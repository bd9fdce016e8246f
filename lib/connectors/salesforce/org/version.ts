import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { createSingleFlight } from '../../http/single-flight'
import type { ApiClient } from '../../http/types'
import type { Cache } from '../../ports'

/** The newest API version this connector was written against. */
const newestTried = 67
const dayMs = 86_400_000

const versionShape = z.string().check(z.regex(/^\d{2,3}\.0$/))
const versionList = z.array(z.object({ version: versionShape }))

export interface Versions {
  /** Runs with the org's version; once more with another where the org has retired the one remembered. */
  using<T>(work: (version: string) => Promise<T>): Promise<T>
}

/** Picks the API version per org: the newest both sides know, remembered for a day. */
export function createVersions(client: ApiClient, cache: Cache, org: string): Versions {
  const key = `salesforce:${org}:version`
  const looking = createSingleFlight<string>()

  async function look(retired?: string): Promise<string> {
    const list = await client.send({ path: '/services/data/', schema: versionList })
    const version = pickVersion(list.map((entry) => entry.version).filter((entry) => entry !== retired))
    if (version === undefined) throw new AppError('version-retired', { detail: retired })
    await cache.set(key, version, dayMs)
    return version
  }

  return {
    async using(work) {
      const remembered = z.safeParse(versionShape, await cache.get(key))
      const version = remembered.success ? remembered.data : await looking('', () => look())
      try {
        return await work(version)
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== 'version-retired') throw error
        await cache.remove(key)
        return work(await looking(version, () => look(version)))
      }
    },
  }
}

/** The newest version not newer than ours; in an org that has only newer ones, the oldest of those. */
export function pickVersion(offered: readonly string[]): string | undefined {
  const ascending = offered.toSorted((a, b) => Number(a) - Number(b))
  return ascending.findLast((version) => Number(version) <= newestTried) ?? ascending[0]
}
