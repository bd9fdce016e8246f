import { AppError } from '@/lib/domain/errors'
import { hasHost } from './host-permission'

/**
 * `fetch`, which tells a host that the person took away from a dead network: to a browser both are the same failure.
 * @throws AppError `no-permission` naming the host
 */
export const permittedFetch: typeof fetch = async (input, init) => {
  try {
    return await globalThis.fetch(input, init)
  } catch (cause) {
    const { origin, host } = new URL(input instanceof Request ? input.url : input)
    if (await hasHost(origin)) throw cause
    throw new AppError('no-permission', { detail: host, cause })
  }
}
