import type { Outcome } from './gateway.ts'

const mostRedirects = 20

/**
 * A `fetch` that reaches the sandbox without a socket. It behaves as a browser's: rejects with TypeError when the connection dies,
 * obeys the abort signal, follows redirects and drops `Authorization` when a redirect leaves the origin.
 */
export function createInProcessFetch(handle: (request: Request) => Promise<Outcome>): typeof fetch {
  return async (input, init) => {
    let request = new Request(input, init)
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const answer = await unlessAborted(handle(request.clone()), request.signal)
      if (answer === 'reset') throw new TypeError('fetch failed: connection reset')
      const location = answer.headers.get('location')
      if (answer.status < 300 || answer.status > 399 || location === null || request.redirect === 'manual') return answer
      if (request.redirect === 'error') throw new TypeError('fetch failed: unexpected redirect')
      request = redirected(request, new URL(location, request.url), answer.status)
    }
    throw new TypeError('fetch failed: too many redirects')
  }
}

function redirected(request: Request, target: URL, status: number): Request {
  const headers = new Headers(request.headers)
  if (target.origin !== new URL(request.url).origin) headers.delete('authorization')
  const keepsMethod = status === 307 || status === 308 || request.method === 'GET' || request.method === 'HEAD'
  if (!keepsMethod) headers.delete('content-type')
  const method = keepsMethod ? request.method : 'GET'
  return new Request(target, { method, headers, signal: request.signal, ...(method === 'GET' ? {} : { body: request.body, duplex: 'half' }) })
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason)
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}
