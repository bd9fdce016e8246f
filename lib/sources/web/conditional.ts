import * as z from 'zod/mini'
import type { Answer, Get, Validators } from './get'

const validators = z.object({ etag: z.optional(z.string()), modified: z.optional(z.string()) })
const remembered = z.record(z.string(), validators)
/** Addresses one source is remembered by. */
const most = 60

/**
 * Asks first whether anything changed: all addresses of the last reading, one after the other, each on condition. Only where one
 * of them did (or cannot say) `read` runs, and gets that answer without a second request. `maxBytes`: of each answer, as `read` has it.
 */
export async function readConditionally<T>(get: Get, memory: unknown, read: (get: (address: string, maxBytes?: number) => Promise<Answer>) => Promise<T>, maxBytes?: number): Promise<{ same: true } | { same: false; value: T; validators: Record<string, Validators> }> {
  const last = Object.entries(z.safeParse(remembered, memory).data ?? {})
  const fresh = new Map<string, Answer>()
  const seen: Record<string, Validators> = {}
  if (last.length > 0 && last.every(([, { etag, modified }]) => etag ?? modified)) {
    let same = true
    for (const [address, known] of last) {
      const answer = await get(address, { validators: known, maxBytes })
      if (answer === 'same') continue
      fresh.set(address, answer)
      same = false
      break
    }
    if (same) return { same: true }
  }
  const value = await read(async (address, maxBytes) => {
    const held = fresh.get(address) ?? await get(address, { maxBytes })
    if (held === 'same') throw new TypeError('not asked on condition')
    if (Object.keys(seen).length < most) seen[address] = held.validators
    return held
  })
  return { same: false, value, validators: seen }
}
