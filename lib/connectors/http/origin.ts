import { AppError } from '@/lib/domain/errors'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The origin itself if it is https, or http on this machine. @throws AppError `untrusted` */
export function expectSafeOrigin(origin: string): string {
  const url = URL.parse(origin)
  const safe = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname)))
  if (!safe || url.origin !== origin) throw new AppError('untrusted', { detail: 'origin' })
  return origin
}

/**
 * An address on `origin` for a path. Next-page addresses come from the service and pass through here too, so anything
 * that names a host of its own is refused.
 * @throws AppError `untrusted`
 */
export function expectOwnUrl(origin: string, path: string): URL {
  const url = path.startsWith('/') ? URL.parse(path, origin) : null
  if (url === null || url.origin !== origin) throw new AppError('untrusted', { detail: 'path' })
  return url
}
