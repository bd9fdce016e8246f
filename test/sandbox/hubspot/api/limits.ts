import { rateLimited, type HubspotError } from '../errors.ts'
import type { Portal } from '../model/portal.ts'
import type { Tier } from '../model/types.ts'
import type { Switches } from '../switches.ts'
import type { Token } from './tokens.ts'

const windowMs = 10_000
const dayMs = 86_400_000

const tenSecondly: Record<Tier, number> = { free: 100, starter: 100, professional: 190, enterprise: 190 }
const daily: Record<Tier, number> = { free: 250_000, starter: 250_000, professional: 625_000, enterprise: 1_000_000 }
const oauthTenSecondly = 110
const searchesPerSecond = 5

export interface Admission {
  /** Headers that tell the client what is left; none for searches. */
  headers: Record<string, string>
  refusal?: HubspotError | undefined
}

/** Counts requests against HubSpot's three policies: ten-secondly per app, daily per account, searches per second per account. */
export interface Limits {
  admit(portal: Portal, token: Token, isSearch: boolean, switches: Switches, now: number): Admission
  reset(): void
}

export function createLimits(): Limits {
  const calls = new Map<string, number[]>()
  const days = new Map<string, { day: number; used: number }>()

  /** How many calls are left in the window after this one; undefined when none was left for it. */
  const take = (key: string, window: number, most: number, now: number): number | undefined => {
    const recent = (calls.get(key) ?? []).filter((at) => at > now - window)
    const admitted = recent.length < most
    if (admitted) recent.push(now)
    calls.set(key, recent)
    return admitted ? most - recent.length : undefined
  }

  return {
    admit(portal, token, isSearch, switches, now) {
      if (isSearch) {
        const left = take(`search:${portal.id}`, 1000, switches.limits.searchPerSecond ?? searchesPerSecond, now)
        return { headers: {}, refusal: left === undefined ? rateLimited('SECONDLY') : undefined }
      }
      const most = switches.limits.tenSecondly ?? (token.kind === 'oauth' ? oauthTenSecondly : tenSecondly[portal.tier])
      const left = take(`${token.appId}:${portal.id}`, windowMs, most, now)
      const headers = windowHeaders(most, left ?? 0)
      const group = `publicapi:private_app-api-calls-ten-secondly:${token.appId}:${portal.id}`
      if (left === undefined) return { headers, refusal: rateLimited('TEN_SECONDLY_ROLLING', group) }
      if (token.kind === 'oauth') return { headers }
      const today = Math.floor((now + offsetMs(portal.timeZone, now)) / dayMs)
      const most24 = switches.limits.daily ?? daily[portal.tier]
      const known = days.get(String(portal.id))
      const used = (known?.day === today ? known.used : 0) + 1
      days.set(String(portal.id), { day: today, used: Math.min(used, most24) })
      const dailyHeaders = { 'x-hubspot-ratelimit-daily': String(most24), 'x-hubspot-ratelimit-daily-remaining': String(Math.max(0, most24 - used)) }
      return { headers: { ...headers, ...dailyHeaders }, refusal: used > most24 ? rateLimited('DAILY') : undefined }
    },
    reset() {
      calls.clear()
      days.clear()
    },
  }
}

function windowHeaders(most: number, left: number): Record<string, string> {
  const perSecond = Math.max(1, Math.floor(most / 10))
  return {
    'x-hubspot-ratelimit-interval-milliseconds': String(windowMs),
    'x-hubspot-ratelimit-max': String(most),
    'x-hubspot-ratelimit-remaining': String(left),
    'x-hubspot-ratelimit-secondly': String(perSecond),
    'x-hubspot-ratelimit-secondly-remaining': String(Math.max(0, perSecond - 1)),
  }
}

/** How far a time zone is ahead of UTC at a moment, in milliseconds. */
export function offsetMs(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string): number => Number(parts.find((candidate) => candidate.type === type)?.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return local - Math.floor(at / 1000) * 1000
}
