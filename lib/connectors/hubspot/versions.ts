import { AppError } from '@/lib/domain/errors'
import type { ApiClient } from '../http/types'
import { apiVersions } from './api'
import { cacheKey } from './cache-key'
import type { HubspotDeps } from './deps'

type Version = (typeof apiVersions)[number]

const rememberedMs = 86_400_000
/** A version that answered lately is not asked again whether it exists. */
const trustedMs = 60_000

export interface Versions {
  /**
   * Runs a call with the version that answers.
   * @throws AppError `version-retired` where none does any more
   */
  answering<T>(call: (version: Version) => Promise<T>): Promise<T>
}

/**
 * HubSpot drops a dated version by answering 404, as it does for a record that is not there. So after such an answer the
 * account details are asked for, which every portal has; where they are gone too, the next version gets its turn.
 */
export function createVersions({ cache, clock }: Pick<HubspotDeps, 'cache' | 'clock'>, api: ApiClient, org: string): Versions {
  let seenAlive = { version: '', until: 0 }
  const key = cacheKey(org, 'version')

  async function isRetired(error: unknown, version: Version): Promise<boolean> {
    if (!isGone(error)) return false
    if (seenAlive.version === version && clock.now() < seenAlive.until) return false
    const gone = await api.reply({ path: `/account-info/${version}/details` }).then(() => false, isGone)
    if (!gone) seenAlive = { version, until: clock.now() + trustedMs }
    return gone
  }

  return {
    async answering(call) {
      const known = await cache.get(key)
      const preferred = apiVersions.find((version) => version === known) ?? apiVersions[0]
      for (const version of [preferred, ...apiVersions.filter((other) => other !== preferred)]) {
        try {
          const answer = await call(version)
          if (version !== preferred) await cache.set(key, version, rememberedMs)
          return answer
        } catch (error) {
          if (!(await isRetired(error, version))) throw error
        }
      }
      throw new AppError('version-retired', { detail: preferred })
    },
  }
}

function isGone(error: unknown): boolean {
  return error instanceof AppError && (error.kind === 'not-found' || error.kind === 'version-retired')
}
