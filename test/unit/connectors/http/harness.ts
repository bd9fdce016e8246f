import { createApiClient } from '@/lib/connectors/http/api-client'
import type { ApiClientDeps } from '@/lib/connectors/http/types'
import type { Clock } from '@/lib/domain/ports'

export const origin = 'https://api.service.example'

export interface TestClock extends Clock {
  /** Every pause asked for, in milliseconds. */
  pauses: number[]
  advance(ms: number): void
}

/** Time that passes only when somebody sleeps or `advance` is called. */
export function testClock(start = Date.UTC(2026, 8, 14, 9)): TestClock {
  let now = start
  const pauses: number[] = []
  return {
    pauses,
    now: () => now,
    advance: (ms) => void (now += ms),
    async sleep(ms) {
      pauses.push(ms)
      now += ms
    },
  }
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json;charset=UTF-8', ...headers } })
}

export type Answer = (request: Request) => Response | Promise<Response>

/** A client over scripted answers, one a request; the last one repeats. `seen` holds what was sent. */
export function harness(answers: Answer[], deps: Partial<ApiClientDeps> = {}) {
  const seen: Request[] = []
  const clock = testClock()
  const client = createApiClient({
    origin,
    clock,
    chance: { random: () => 0.5 },
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const answer = answers[Math.min(seen.length, answers.length - 1)]
      seen.push(request)
      if (!answer) throw new Error('no answer scripted')
      return answer(request)
    },
    ...deps,
  })
  return { client, seen, clock }
}
