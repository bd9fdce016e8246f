import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { toAppError } from './contract'

export interface HubHttpDeps {
  /** The hub's address, without a slash at the end. */
  url: string
  fetch: typeof fetch
  /** The token of this device; without it only what is open to anybody. */
  token?: (() => Promise<string | undefined>) | undefined
  timeoutMs?: number | undefined
}

export interface HubCall<T> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the version, for example `/assets?after=0`; starts with one slash. */
  path: string
  answer: z.core.$ZodType<T>
  body?: unknown
  /** The tag of an earlier answer; the same again resolves to `unchanged`. */
  tag?: string | undefined
}

/** For calls that send no tag: there is always an answer. */
export type Ask = <T>(call: HubCall<T>) => Promise<T>

export type HubAnswer<T> = { unchanged: true } | { unchanged: false; value: T; tag: string | undefined }

const usualTimeoutMs = 20_000

/**
 * Calls of one hub. Its token goes to its own address only, never with cookies and never along a redirect.
 * @throws AppError with the hub's own kind, `offline`, `timeout` or `bad-reply`
 */
export function createHubHttp(deps: HubHttpDeps): <T>(call: HubCall<T>) => Promise<HubAnswer<T>> {
  return async ({ method, path, answer, body, tag }) => {
    const response = await send(deps, method, path, body, tag)
    if (response.status === 304) return { unchanged: true }
    const received = await response.json().catch(() => undefined) as unknown
    if (!response.ok) throw toAppError(received, response.status)
    const parsed = z.safeParse(answer, received)
    if (!parsed.success) throw new AppError('bad-reply', { detail: path.split('?')[0] })
    return { unchanged: false, value: parsed.data, tag: response.headers.get('etag') ?? undefined }
  }
}

async function send({ url, fetch, token, timeoutMs }: HubHttpDeps, method: string, path: string, body: unknown, tag: string | undefined): Promise<Response> {
  const bearer = await token?.()
  const headers = new Headers({ accept: 'application/json' })
  if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`)
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (tag !== undefined) headers.set('if-none-match', tag)
  try {
    return await fetch(`${url}/v1${path}`, {
      method, headers, credentials: 'omit', redirect: 'error', cache: 'no-store', signal: AbortSignal.timeout(timeoutMs ?? usualTimeoutMs),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  } catch (error) {
    if (error instanceof AppError) throw error
    const unsure = method !== 'GET'
    throw new AppError(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'offline', { cause: error, unsure })
  }
}
