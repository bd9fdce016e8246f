import { createHubspotSandbox, staticTokens, type HubspotSandbox } from '../../sandbox/hubspot/index.ts'

export const start = Date.UTC(2026, 10, 20, 15, 0, 0)

export interface Answer {
  status: number
  headers: Headers
  /** The parsed body; text where it is not JSON; null where there is none. */
  body: unknown
}

export interface HubspotKit {
  hubspot: HubspotSandbox
  /** Moves the sandbox clock on. */
  wait(ms: number): void
  now(): number
  /** Calls the API. `body` is sent as JSON. */
  call(method: string, path: string, body?: unknown, token?: string): Promise<Answer>
  get(path: string, token?: string): Promise<Answer>
  /** Opens a page or posts to one. */
  page(url: string, init?: RequestInit): Promise<Answer>
}

/** A fresh sandbox with a clock the test moves by hand. */
export function createKit(): HubspotKit {
  let now = start
  const hubspot = createHubspotSandbox({ clock: () => now })
  const call: HubspotKit['call'] = async (method, path, body, token = staticTokens.privateApp) => {
    const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` }
    if (body !== undefined) headers['content-type'] = 'application/json'
    const init: RequestInit = { method, headers }
    if (body !== undefined) init.body = JSON.stringify(body)
    return toAnswer(await hubspot.fetch(new Request(`https://api.hubapi.com${path}`, init)))
  }
  return {
    hubspot,
    wait: (ms) => void (now += ms),
    now: () => now,
    call,
    get: (path, token) => call('GET', path, undefined, token),
    page: async (url, init) => toAnswer(await hubspot.fetch(new Request(url, init))),
  }
}

/** The value at a dotted path of a body: `at(body, 'results.0.id')`. */
export function at(body: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), body)
}

/** The list at a dotted path of a body. */
export function listAt(body: unknown, path: string): unknown[] {
  const value = at(body, path)
  if (!Array.isArray(value)) throw new Error(`no list at ${path} of ${JSON.stringify(body).slice(0, 300)}`)
  return value
}

async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  const json = response.headers.get('content-type')?.includes('json') === true
  return { status: response.status, headers: response.headers, body: text === '' ? null : json ? JSON.parse(text) : text }
}
