import * as z from 'zod/mini'
import type { Asset } from './asset'
import { createCanonicaliser } from './content-url'
import { safeAssetUrl } from './safe-url'

/** Whether an address answers. `unknown`: nobody knows, because the site keeps machines out or the network failed; never a fault of the asset. */
export const linkState = z.strictObject({
  state: z.enum(['ok', 'broken', 'unknown']),
  /** When it was asked, in epoch milliseconds. */
  at: z.number(),
  status: z.optional(z.number()),
})
export type LinkState = z.infer<typeof linkState>

/** By canonical address. */
export type LinkStates = Readonly<Record<string, LinkState>>

const dayMs = 86_400_000
const keptMs = 7 * dayMs
/** What could not be found out is asked again sooner. */
const unknownKeptMs = dayMs

/** What an HTTP status says of an address. Only "not found" and "gone" say that there is nothing. */
export function judgeStatus(status: number): LinkState['state'] {
  if (status >= 200 && status < 400) return 'ok'
  return status === 404 || status === 410 ? 'broken' : 'unknown'
}

export interface DueLink { key: string; url: string; origin: string }

/** Addresses of current assets, each once, with whether it is time to ask. */
export function linksOf(assets: readonly Asset[], states: LinkStates, now: number): (DueLink & { due: boolean })[] {
  const canonical = createCanonicaliser()
  const links = new Map<string, DueLink & { due: boolean }>()
  for (const { url, status } of assets) {
    const safe = status === 'archived' || url === undefined ? undefined : safeAssetUrl(url)
    const key = safe && canonical(safe)
    if (!safe || !key || links.has(key)) continue
    const known = states[key]
    const due = known === undefined || now - known.at > (known.state === 'unknown' ? unknownKeptMs : keptMs)
    links.set(key, { key, url: safe, origin: new URL(safe).origin, due })
  }
  return [...links.values()]
}
