import { judgeStatus, type LinkState } from '@/lib/domain/link-check'

const timeoutMs = 15_000

/**
 * Asks whether an address answers: HEAD first; where that says no, GET, because many sites answer HEAD wrongly. The body is never read.
 * A failure of the network, ours or theirs, is `unknown`.
 */
export async function checkLink(url: string, request: typeof fetch = globalThis.fetch.bind(globalThis)): Promise<Omit<LinkState, 'at'>> {
  const head = await ask(url, 'HEAD', request)
  if (head !== undefined && judgeStatus(head) === 'ok') return { state: 'ok', status: head }
  const got = await ask(url, 'GET', request)
  return got === undefined ? { state: 'unknown' } : { state: judgeStatus(got), status: got }
}

async function ask(url: string, method: 'HEAD' | 'GET', request: typeof fetch): Promise<number | undefined> {
  const enough = new AbortController()
  try {
    const { status } = await request(url, {
      method, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'follow', signal: AbortSignal.any([enough.signal, AbortSignal.timeout(timeoutMs)]),
    })
    return status
  } catch {
    return undefined
  } finally {
    enough.abort()
  }
}
