import { orgKey } from '@/lib/domain/record-ref'

/** Keys name their org, so that they can be forgotten with it. */
export function cacheKey(org: string, what: string): string {
  return `${orgKey({ crm: 'hubspot', org })}:${what}`
}
