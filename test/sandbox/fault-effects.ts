import type { FaultEffect } from './types.ts'

const portalPage = '<!doctype html><title>Welcome</title><h1>Welcome to the guest network</h1><form><button>Accept terms</button></form>'
const defaultHugeBytes = 20_000_000
const oneYearSeconds = 31_536_000

/** The answer of a captive portal: 200, HTML, whatever was asked. */
export function portalAnswer(): Response {
  return new Response(portalPage, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}

/** Sets `Retry-After` on a CRM's rate-limit refusal as the rule asks. */
export function withRetryAfter(refusal: Response, effect: Extract<FaultEffect, { kind: 'rate-limited' }>, now: number): Response {
  const answer = new Response(refusal.body, refusal)
  answer.headers.delete('retry-after')
  if (effect.retryAfter === 'date') answer.headers.set('retry-after', new Date(now + 2000).toUTCString())
  else if (effect.retryAfter === 'absurd') answer.headers.set('retry-after', String(oneYearSeconds))
  else if (effect.retryAfter !== 'none') answer.headers.set('retry-after', String(effect.retryAfter.seconds))
  return answer
}

/** Damages a good answer's body as a broken proxy or service would; other effects leave it alone. */
export async function damaged(answer: Response, effect: FaultEffect): Promise<Response> {
  switch (effect.kind) {
    case 'truncate': {
      const text = await answer.text()
      return withBody(answer, text.slice(0, Math.floor(text.length / 2)))
    }
    case 'wrong-type': {
      const text = await answer.text()
      return withBody(answer, text === '' ? '42' : JSON.stringify(wrongTyped(JSON.parse(text))))
    }
    case 'huge':
      return withBody(answer, `{"padding":"${'x'.repeat(effect.bytes ?? defaultHugeBytes)}"}`)
    case 'bom':
      return withBody(answer, `\uFEFF${await answer.text()}`)
    case 'null':
      return withBody(answer, 'null')
    default:
      return answer
  }
}

function withBody(answer: Response, body: string): Response {
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  const status = answer.status === 204 ? 200 : answer.status
  return new Response(body, { status, headers })
}

function wrongTyped(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : { 0: wrongTyped(value[0]) }
  if (typeof value === 'string') return 42
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wrongTyped(inner)]))
  }
  return value === null ? [] : 'text'
}
