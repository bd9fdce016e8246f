import * as z from 'zod/mini'
import { type ErrorInfo, errorInfo, heals, toErrorInfo } from '@/lib/domain/errors'
import type { Cache } from '../../ports'
import type { Slot } from '../org/composite'
import type { Org } from '../org/org'

const weekMs = 7 * 86_400_000
const stored = z.strictObject({ status: z.string(), error: errorInfo })

/**
 * A lead status the org refused. The verdict itself was written, so its delivery must not fail; the connection's report
 * says what is wrong instead.
 */
export function refusedStatus(org: Org, cache: Cache) {
  const key = `salesforce:${org.host}:${org.userId}:refused-status`
  return {
    /** @throws AppError for a failure that heals: verdict and status are sent again, which changes nothing but the status */
    async judge(status: string, slot: Slot | undefined): Promise<void> {
      if (!slot || !('error' in slot)) return cache.remove(key)
      if (heals(slot.error.kind)) throw slot.error
      if (slot.error.kind !== 'converted') await cache.set(key, { status, error: toErrorInfo(slot.error) }, weekMs)
    },
    async find(): Promise<{ status: string; error: ErrorInfo } | undefined> {
      const parsed = z.safeParse(stored, await cache.get(key))
      return parsed.success ? parsed.data : undefined
    },
  }
}
