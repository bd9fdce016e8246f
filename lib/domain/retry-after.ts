/** No service is waited for longer than this, whatever it asks. */
export const longestWaitMs = 15 * 60_000

/** `Retry-After` (RFC 9110 §10.2.3, seconds or a date) as epoch milliseconds, at most 15 minutes ahead. */
export function retryMoment(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const value = header.trim()
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  if (Number.isNaN(wait)) return undefined
  return now + Math.min(Math.max(wait, 0), longestWaitMs)
}
