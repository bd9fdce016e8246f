import { Hono } from 'hono'
import { errorBody, HubspotError, invalid, notAuthenticated, resourceNotFound } from '../errors.ts'
import { hex } from '../format.ts'
import type { Portal } from '../model/portal.ts'
import { oauthRoutes, type OauthBindings } from '../oauth/routes.ts'
import type { OauthStore } from '../oauth/store.ts'
import type { Switches } from '../switches.ts'
import type { ApiBindings, ApiEnv } from './context.ts'
import { switchedFailure } from './failures.ts'
import { readBody } from './input.ts'
import type { Limits } from './limits.ts'
import { accountRoutes, ownerRoutes } from './routes/account.ts'
import { associationRoutes, recordAssociationRoutes } from './routes/associations.ts'
import { campaignRoutes, marketingEmailRoutes } from './routes/campaigns.ts'
import { blogRoutes, fileRoutes, pageRoutes } from './routes/content.ts'
import { emailEventRoutes } from './routes/email-events.ts'
import { eventRoutes } from './routes/events.ts'
import { formRoutes, submissionRoutes } from './routes/forms.ts'
import { marketingEventRoutes } from './routes/marketing-events.ts'
import { objectBatchRoutes } from './routes/object-batches.ts'
import { objectRoutes } from './routes/objects.ts'
import { pipelineRoutes } from './routes/pipelines.ts'
import { propertyRoutes } from './routes/properties.ts'
import { searchRoutes } from './routes/search.ts'
import { segmentRoutes } from './routes/segments.ts'
import { authenticate, type Token } from './tokens.ts'
import { parseVersionedPath } from './versions.ts'

export interface ApiDeps {
  portals: ReadonlyMap<number, Portal>
  tokens: ReadonlyMap<string, Token>
  oauth: OauthStore
  limits: Limits
  /** Read at every request: switches change while the sandbox runs. */
  switches(): Switches
  clock(): number
}

const longestUrl = 8000

/** `api.hubapi.com`: authentication, rate limits and versions around the routes. */
export function createApi({ portals, tokens, oauth, limits, switches, clock }: ApiDeps): (request: Request) => Promise<Response> {
  const routes = createRoutes()
  const tokenRoutes = new Hono<{ Bindings: OauthBindings }>().route('/oauth', oauthRoutes)
  let answered = 0

  const answer = async (request: Request, extra: Record<string, string>): Promise<Response> => {
    const failed = switchedFailure(request, switches())
    if (failed instanceof Response) return failed
    if (failed !== undefined) throw failed
    const url = new URL(request.url)
    if (url.href.length > longestUrl) throw new HubspotError(414, { message: 'URI Too Long' })
    const versioned = parseVersionedPath(url.pathname)
    if (versioned === undefined || switches().retiredVersions.includes(versioned.version)) throw resourceNotFound()
    const target = new Request(new URL(versioned.path + url.search, url), request)
    if (versioned.path.startsWith('/oauth/token')) return tokenRoutes.fetch(target, { oauth, tokens, portals, now: clock() })

    const token = authenticate(request, tokens, switches(), clock())
    const portal = portals.get(token.portalId)
    if (portal === undefined) throw notAuthenticated()
    const admission = limits.admit(portal, token, versioned.path.endsWith('/search') && request.method === 'POST', switches(), clock())
    Object.assign(extra, admission.headers)
    if (admission.refusal !== undefined) throw admission.refusal
    if (versioned.path === '/appinstalls/external-install' && request.method === 'DELETE') {
      oauth.uninstall(portal)
      return new Response(null, { status: 204 })
    }
    const bindings: ApiBindings = { portal, token, version: versioned.version, switches: switches(), now: clock(), url: url.href, tokens }
    return routes.fetch(target, bindings)
  }

  return async (request) => {
    const correlationId = correlation(clock(), ++answered)
    const extra: Record<string, string> = {}
    const response = await answer(request, extra).catch((error: unknown) => failure(error, correlationId))
    return dressed(response, correlationId, extra)
  }
}

function createRoutes(): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
    .route('/crm/objects', searchRoutes)
    .route('/crm/objects', objectBatchRoutes)
    .route('/crm/objects', recordAssociationRoutes)
    .route('/crm/objects', objectRoutes)
    .route('/crm/associations', associationRoutes)
    .route('/crm/properties', propertyRoutes)
    .route('/crm/pipelines', pipelineRoutes)
    .route('/crm/owners', ownerRoutes)
    .route('/crm/lists', segmentRoutes)
    .route('/account-info', accountRoutes)
    .route('/events/event-occurrences', eventRoutes)
    .route('/email/public', emailEventRoutes)
    .route('/marketing/forms', formRoutes)
    .route('/form-integrations', submissionRoutes)
    .route('/marketing/marketing-events', marketingEventRoutes)
    .route('/marketing/emails', marketingEmailRoutes)
    .route('/marketing/campaigns', campaignRoutes)
    .route('/cms/blogs', blogRoutes)
    .route('/cms/pages', pageRoutes)
    .route('/files', fileRoutes)
  app.post('/oauth/private-apps/get/access-token-info', async (c) => {
    const { tokenKey } = await readBody(c, ['tokenKey'])
    const token = c.env.tokens.get(String(tokenKey))
    if (token === undefined || token.kind === 'oauth') throw invalid('The token key is not known')
    return c.json({ userId: token.userId, hubId: token.portalId, appId: token.appId, scopes: token.scopes })
  })
  app.notFound(() => {
    throw resourceNotFound()
  })
  app.onError((error) => {
    throw error
  })
  return app
}

function failure(error: unknown, correlationId: string): Response {
  if (!(error instanceof HubspotError)) throw error
  const headers = { 'content-type': 'application/json;charset=utf-8', ...error.headers }
  return new Response(JSON.stringify(errorBody(error.fields, correlationId)), { status: error.status, headers })
}

/** Headers every answer of the API carries. There is no `Access-Control-Allow-Origin`: browsers' pages may not read it. */
function dressed(response: Response, correlationId: string, extra: Record<string, string>): Response {
  const dressedUp = new Response(response.body, response)
  const { headers } = dressedUp
  if (headers.get('content-type')?.startsWith('application/json') === true) headers.set('content-type', 'application/json;charset=utf-8')
  for (const [name, value] of Object.entries(extra)) headers.set(name, value)
  headers.set('x-hubspot-correlation-id', correlationId)
  headers.set('vary', 'origin, Accept-Encoding')
  headers.set('access-control-allow-credentials', 'false')
  headers.set('cf-ray', `${correlationId.slice(-12)}-AMS`)
  return dressedUp
}

/** A UUID of version 7 form: the moment, then the number of the answer. */
function correlation(now: number, number: number): string {
  const time = hex(Math.max(0, now), 12)
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${hex(number, 12)}`
}
