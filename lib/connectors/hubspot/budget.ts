/** Calls used and allowed; `at` in epoch milliseconds. */
export interface Budget {
  used: number
  max: number
  at: number
  /** Absent: a day. */
  per?: 'ten-seconds' | undefined
}

/** The daily count where HubSpot gives one, else that of the rolling ten seconds. Searches carry neither. */
export function budgetFrom(headers: Headers, at: number): Budget | undefined {
  return pair(headers, 'x-hubspot-ratelimit-daily', 'x-hubspot-ratelimit-daily-remaining', at)
    ?? shortTerm(pair(headers, 'x-hubspot-ratelimit-max', 'x-hubspot-ratelimit-remaining', at))
}

function shortTerm(budget: Budget | undefined): Budget | undefined {
  return budget && { ...budget, per: 'ten-seconds' }
}

function pair(headers: Headers, most: string, left: string, at: number): Budget | undefined {
  const [max, remaining] = [count(headers.get(most)), count(headers.get(left))]
  return max === undefined || remaining === undefined ? undefined : { used: Math.max(0, max - remaining), max, at }
}

function count(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined
}
