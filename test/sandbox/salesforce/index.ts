import { type ApiError, apiError } from './api-error.ts'
import { harbor } from './data/harbor.ts'
import { quayside } from './data/quayside.ts'
import { createOauth } from './oauth/app.ts'
import { createOrg, type Org } from './org.ts'
import { createApiHostPages } from './pages/api-host-pages.ts'
import { createPageHost } from './pages/page-host.ts'
import { createPardot } from './pardot/app.ts'
import { createRestApi } from './rest/app.ts'
import type { CrmDeps, RefusalKind, SandboxCrm } from '../types.ts'

/** The stand-in Salesforce: its orgs, for tests to read and switch directly. */
export interface SalesforceSandbox extends SandboxCrm {
  /** Everything on: packages, person accounts, the deployed feedback object. */
  quayside: Org
  /** A bare sandbox org. */
  harbor: Org
}

type Handler = (request: Request) => Promise<Response>

/** Builds both orgs and routes requests to them by host. */
export function createSalesforceSandbox({ clock }: CrmDeps): SalesforceSandbox {
  const orgs = { quayside: createOrg(quayside, clock), harbor: createOrg(harbor, clock) }
  const handlers = new Map<string, Handler>()
  for (const org of Object.values(orgs)) {
    handlers.set(org.plan.apiHost, createApiHost(org))
    const pages = createPageHost(org)
    for (const host of org.plan.pageHosts) handlers.set(host, async (request) => pages.fetch(request))
    handlers.set(org.plan.isSandbox ? 'test.salesforce.com' : 'login.salesforce.com', createOauthHost(org))
  }
  const pardot = createPardot(orgs.quayside)
  handlers.set('pi.pardot.com', async (request) => pardot.fetch(request))

  return {
    ...orgs,
    name: 'salesforce',
    hostPatterns: [...handlers.keys()],
    hosts: (host) => handlers.has(host),
    async fetch(request) {
      const handler = handlers.get(new URL(request.url).hostname)
      return handler === undefined ? new Response('No such org', { status: 404 }) : handler(request)
    },
    refuse,
    reset() {
      for (const org of Object.values(orgs)) org.reset()
    },
    snapshot: () => Object.fromEntries(Object.entries(orgs).map(([key, org]) => [key, { written: org.written(), switches: org.switches }])),
    configure(switches) {
      for (const [key, changes] of Object.entries(switches)) {
        if (key !== 'quayside' && key !== 'harbor') throw new Error(`no org named ${key}`)
        orgs[key].set(changes as Record<string, unknown>)
      }
    },
  }
}

function createApiHost(org: Org): Handler {
  const rest = createRestApi(org)
  const oauth = createOauth(org)
  const pages = createApiHostPages(org)
  return async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/services/data')) return rest(request)
    return (/^\/(services|id)\//.test(pathname) ? oauth : pages).fetch(request)
  }
}

function createOauthHost(org: Org): Handler {
  const oauth = createOauth(org)
  return async (request) => oauth.fetch(request)
}

function refuse(kind: RefusalKind): Response {
  const errors: Record<RefusalKind, ApiError> = {
    unauthorized: apiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid'),
    'rate-limited': apiError(429, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.'),
    'server-error': apiError(500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred. Please include this ErrorId if you contact support: 1234567890-12345 (1234567890)'),
    unavailable: apiError(503, 'SERVER_UNAVAILABLE', 'The server is temporarily unable to respond to your request'),
  }
  return Response.json(errors[kind].entries, { status: errors[kind].status })
}
