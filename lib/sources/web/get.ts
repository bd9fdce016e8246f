import { AppError } from '@/lib/domain/errors'
import { retryMoment } from '@/lib/domain/retry-after'
import { safeAssetUrl } from '@/lib/domain/safe-url'
import { decodeText } from './decode'
import { readBounded, unpacked } from './read-bounded'
import { expectLanding, redirectFor } from './redirects'

const timeoutMs = 15_000
export const megabyte = 1024 * 1024

/** What a server gave to recognise its answer by (RFC 9110, 13.1). */
export interface Validators { etag?: string | undefined; modified?: string | undefined }

export interface Answer {
  /** Where it came from, after redirects. */
  url: string
  text: string
  type: string
  validators: Validators
  header(name: string): string | undefined
}

/** Reads a text without credentials. `same`: it is as it was. @throws AppError */
export type Get = (address: string, options?: { validators?: Validators | undefined; maxBytes?: number | undefined }) => Promise<Answer | 'same'>

export interface GetDeps {
  fetch: typeof fetch
  now: () => number
  /** Whether the person, or the organisation's policy, wants this origin to be asked. */
  allowed: (origin: string) => Promise<boolean>
  /** Whether the browser lets us read there whatever the server says. Without it a refusal looks like a dead network. */
  granted: (origin: string) => Promise<boolean>
}

export function createGet({ fetch, now, allowed, granted }: GetDeps): Get {
  return async (address, { validators, maxBytes = 10 * megabyte } = {}) => {
    const url = safeAssetUrl(address)
    if (url === undefined) throw new AppError('untrusted', { detail: 'address' })
    if (!(await allowed(new URL(url).origin))) refused(url)
    const ask = (redirect: RequestRedirect) => fetch(url, {
      redirect, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', signal: AbortSignal.timeout(timeoutMs),
      headers: { ...(validators?.etag ? { 'If-None-Match': validators.etag } : {}), ...(validators?.modified ? { 'If-Modified-Since': validators.modified } : {}) },
    })
    const response = await ask(redirectFor(url)).catch(async (cause: unknown) => {
      if (!(cause instanceof TypeError)) throw failure(cause)
      if (!(await granted(new URL(url).origin))) refused(url)
      // A site that leads to one we may not read fails like a dead network, too; asked where it leads, the browser says only that it does.
      const again = await ask('manual').catch(() => undefined)
      throw again?.type === 'opaqueredirect' ? new AppError('untrusted', { detail: new URL(url).hostname }) : failure(cause)
    })
    const landed = await expectLanding(response, url)
    if (response.status === 304) return 'same'
    expectFine(response, now())
    const bytes = await readBounded(response, maxBytes).then((raw) => unpacked(raw, maxBytes)).catch((cause: unknown) => { throw failure(cause) })
    const header = (name: string) => response.headers.get(name) ?? undefined
    const type = header('content-type') ?? ''
    return { url: landed, text: decodeText(bytes, type), type, header, validators: { etag: header('etag'), modified: header('last-modified') } }
  }
}

function refused(url: string): never {
  throw new AppError('no-permission', { detail: new URL(url).origin })
}

function failure(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  return new AppError(cause instanceof DOMException && cause.name === 'TimeoutError' ? 'timeout' : 'offline', { cause })
}

function expectFine({ ok, status, headers }: Response, now: number): void {
  if (ok) return
  const detail = String(status)
  if (status === 404 || status === 410) throw new AppError('not-found', { detail })
  if (status === 401 || status === 403) throw new AppError('forbidden', { detail })
  throw new AppError(status === 429 ? 'rate-limited' : 'unavailable', { detail, retryAt: retryMoment(headers.get('retry-after'), now) })
}
