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
 * without rights asks for comes back unreadable; what we may read comes back readable; from a dead network nothing comes back.
 */
async function isBlocked({ origin, pathname }: URL): Promise<boolean> {
  try {
    const answer = await globalThis.fetch(origin + pathname, {
      method: 'HEAD', mode: 'no-cors', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(probeMs),
    })
    return answer.type === 'opaque'
  } catch {
    return false
  }
}
