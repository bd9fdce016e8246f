import { AppError } from '@/lib/domain/errors'
import { judgeStatus, type LinkState } from '@/lib/domain/link-check'
import { expectLanding, redirectFor } from './web/redirects'

const timeoutMs = 15_000

/**
 * Asks whether an address answers: HEAD first; where that says no, GET, because many sites answer HEAD wrongly. The body is never read.
 * A failure of the network, ours or theirs, is `unknown`, and so is an answer from a private network the address led into: that one is not asked again.
 */
export async function checkLink(url: string, request: typeof fetch = globalThis.fetch.bind(globalThis)): Promise<Omit<LinkState, 'at'>> {
  const head = await ask(url, 'HEAD', request)
  if (head === 'astray') return { state: 'unknown' }
  if (head !== undefined && judgeStatus(head) === 'ok') return { state: 'ok', status: head }
  const got = await ask(url, 'GET', request)
  return got === undefined || got === 'astray' ? { state: 'unknown' } : { state: judgeStatus(got), status: got }
}

async function ask(url: string, method: 'HEAD' | 'GET', request: typeof fetch): Promise<number | 'astray' | undefined> {
  const enough = new AbortController()
  try {
    const response = await request(url, {
      method, redirect: redirectFor(url), credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', signal: AbortSignal.any([enough.signal, AbortSignal.timeout(timeoutMs)]),
    })
    await expectLanding(response, url)
    return response.status
  } catch (failure) {
    return failure instanceof AppError ? 'astray' : undefined
  } finally {
    enough.abort()
  }
}
