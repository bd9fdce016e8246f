import { breakdown, refusal } from './failure'
import { readBody, readRefusal } from './read-body'
import type { ApiCall, ApiClientDeps, Reply } from './types'

const defaultTimeoutMs = 15_000
const defaultMaxBytes = 8_000_000

/**
 * One request, one answer. The token goes along only to the client's own origin.
 * @throws AppError
 */
export async function sendOnce(deps: ApiClientDeps, url: URL, call: ApiCall, token: string | undefined): Promise<Reply> {
  const method = call.method ?? 'GET'
  const write = method !== 'GET'
  const maxBytes = deps.maxBytes ?? defaultMaxBytes
  const timeout = AbortSignal.timeout(deps.timeoutMs ?? defaultTimeoutMs)
  // Browsers refuse a fetch that is called as a method of something else.
  const { fetch } = deps
  let reply: Reply
  try {
    const response = await fetch(url.href, {
      method,
      headers: headersFor(deps, url, call, token),
      ...bodyFor(call),
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
    const { status, headers } = response
    deps.observe?.({ status, headers })
    reply = { status, headers, body: isFine(status, call) ? await readBody(response, maxBytes) : await readRefusal(response, maxBytes) }
  } catch (thrown) {
    throw breakdown(thrown, call.signal, write)
  }
  if (isFine(reply.status, call)) return reply
  throw refusal(reply, deps.explain?.(reply), write, deps.clock.now())
}

function isFine(status: number, call: ApiCall): boolean {
  return (status >= 200 && status < 300) || (call.accept?.includes(status) ?? false)
}

function headersFor(deps: ApiClientDeps, url: URL, call: ApiCall, token: string | undefined): Headers {
  const headers = new Headers({ accept: 'application/json', ...deps.headers, ...call.headers })
  if (call.json !== undefined) headers.set('content-type', 'application/json')
  if (token !== undefined && url.origin === deps.origin) headers.set('authorization', `Bearer ${token}`)
  return headers
}

function bodyFor(call: ApiCall): { body?: BodyInit } {
  if (call.json !== undefined) return { body: JSON.stringify(call.json) }
  return call.form ? { body: new URLSearchParams(call.form) } : {}
}
