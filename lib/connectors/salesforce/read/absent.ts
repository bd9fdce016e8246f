import * as z from 'zod/mini'
import type { Cache } from '../../ports'

const dayMs = 86_400_000
const names = z.array(z.string())

/**
 * What this user's org turned out not to have: `Object`, `Object.Field` and `quirk:<name>`. Remembered for a day, so that
 * a query is refused once and not at every record.
 */
export interface Absent {
  has(name: string): boolean
  add(name: string): Promise<void>
}

export function absentKey(org: string, userId: string): string {
  return `salesforce:${org}:${userId}:absent`
}

export async function loadAbsent(cache: Cache, org: string, userId: string): Promise<Absent> {
  const key = absentKey(org, userId)
  const stored = z.safeParse(names, await cache.get(key))
  const known = new Set(stored.success ? stored.data : [])
  return {
    has: (name) => known.has(name),
    async add(name) {
      known.add(name)
      await cache.set(key, [...known], dayMs)
    },
  }
}
