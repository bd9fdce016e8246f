import { createSandbox, type SandboxCore } from '../../sandbox/sandbox.ts'
import { seedId } from '../../sandbox/salesforce/ids.ts'
import type { Org } from '../../sandbox/salesforce/org.ts'

/** Wednesday, 16 September 2026, 10:00 UTC. */
export const now = Date.UTC(2026, 8, 16, 10)

export interface Reply {
  status: number
  headers: Headers
  // The shape depends on the call; tests match what they care about.
  body: unknown
}

export interface Bench {
  sandbox: SandboxCore
  org: Org
  /** Moves the sandbox's clock. */
  pass(ms: number): void
  /** Calls the org's REST API as a user; the path starts after `/services/data/v67.0`. */
  call(path: string, init?: { method?: string; body?: unknown; token?: string; headers?: Record<string, string> }): Promise<Reply>
  soql(query: string): Promise<Reply>
}

export function createBench(userKey = 'rep'): Bench {
  let time = now
  const sandbox = createSandbox({ clock: () => time })
  const org = sandbox.salesforce.quayside
  const { token } = org.apiSession(userKey)
  const call: Bench['call'] = async (path, init = {}) => {
    const headers = { authorization: `Bearer ${init.token ?? token}`, ...(init.body === undefined ? {} : { 'content-type': 'application/json' }), ...init.headers }
    const url = path.startsWith('/services') ? path : `/services/data/v67.0${path}`
    const answer = await sandbox.fetch(`https://${org.plan.apiHost}${url}`, { method: init.method ?? 'GET', headers, ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }) })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text }
  }
  return {
    sandbox,
    org,
    call,
    pass: (ms) => {
      time += ms
    },
    soql: (query) => call(`/query?q=${encodeURIComponent(query)}`),
  }
}

export const leadId = (key: string): string => seedId('00Q', key)
export const contactId = (key: string): string => seedId('003', key)
