import { AppError } from '@/lib/domain/errors'
import { hasHost } from './host-permission'

const probeMs = 5_000

/**
 * `fetch`, which tells a host that was taken away from a dead network: to a browser both are the same failure.
 * @throws AppError `no-permission` where the person took it away, `host-blocked` where the organisation did, naming the host
 */
export const permittedFetch: typeof fetch = async (input, init) => {
  try {
    return await globalThis.fetch(input, init)
  } catch (cause) {
    const url = new URL(input instanceof Request ? input.url : input)
    if (!(await hasHost(url.origin))) throw new AppError('no-permission', { detail: url.host, cause })
    if (cause instanceof TypeError && (await isBlocked(url))) throw new AppError('host-blocked', { detail: url.host, cause })
    throw cause
  }
}

/**
 * Whether the browser keeps us from a host it says we may reach, as Chromium does for an organisation's `runtime_blocked_hosts`. What a page
 * without rights asks for comes back unreadable; what we may read comes back readable; from a dead network nothing comes back. A host we may
 * reach that leads on to one we may not is unreadable too, and tells itself apart by showing that it leads on.
 */
async function isBlocked(url: URL): Promise<boolean> {
  // Not to be asked as one: without rights, `no-cors` that does not follow is no request at all.
  return (await probe(url, { mode: 'no-cors' })) === 'opaque' && (await probe(url, { redirect: 'manual' })) !== 'opaqueredirect'
}

async function probe({ origin, pathname }: URL, how: Pick<RequestInit, 'mode' | 'redirect'>): Promise<ResponseType | undefined> {
  try {
    const { type } = await globalThis.fetch(origin + pathname, {
      ...how, method: 'HEAD', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(probeMs),
    })
    return type
  } catch {
    return undefined
  }
}
