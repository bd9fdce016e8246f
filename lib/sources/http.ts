import { AppError } from '@/lib/domain/errors'

const timeoutMs = 15_000
const maxBytes = 50 * 1024 * 1024

export interface FeedText { notModified: boolean; etag?: string | undefined; text: string; type: string }

/** Reads a text at an address without credentials; `etag` makes the request conditional. @throws AppError */
export async function readText(address: string, etag: string | undefined, request: typeof fetch = globalThis.fetch.bind(globalThis)): Promise<FeedText> {
  const response = await request(address, {
    credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', signal: AbortSignal.timeout(timeoutMs),
    headers: etag ? { 'If-None-Match': etag } : {},
  }).catch((cause: unknown) => {
    throw new AppError(cause instanceof DOMException && cause.name === 'TimeoutError' ? 'timeout' : 'offline', { cause })
  })
  if (response.status === 304) return { notModified: true, etag, text: '', type: '' }
  if (response.status === 404 || response.status === 410) throw new AppError('not-found', { detail: String(response.status) })
  if (response.status === 401 || response.status === 403) throw new AppError('forbidden', { detail: String(response.status) })
  if (!response.ok) throw new AppError('unavailable', { detail: String(response.status) })
  const text = await response.text()
  if (text.length > maxBytes) throw new AppError('bad-reply', { detail: '50 MB' })
  return { notModified: false, etag: response.headers.get('etag') ?? undefined, text, type: response.headers.get('content-type') ?? '' }
}
