import { Hono } from 'hono'
import { ApiError, apiError, notFound } from '../api-error.ts'
import type { Org } from '../org.ts'
import { type ApiCall, admit, limitInfo, type QueryCursor } from './call.ts'
import { registerComposite } from './composite.ts'
import { registerDescribe } from './describe.ts'
import { registerListViews } from './list-views.ts'
import { registerMeta, versions } from './meta.ts'
import { registerQuery } from './query.ts'
import { registerRecords } from './records.ts'

export type RestApp = Hono<{ Bindings: ApiCall }>

/** Documented limit on a request's address. */
const longestUrl = 16_384

/** The REST API of one org, as a handler of requests to `/services/data`. */
export function createRestApi(org: Org): (request: Request) => Promise<Response> {
  const cursors = new Map<string, QueryCursor>()
  const app: RestApp = new Hono<{ Bindings: ApiCall }>()

  app.use('/services/data/:version/*', async (c, next) => {
    const number = /^v(\d+)\.0$/.exec(c.req.param('version'))?.[1]
    const { oldestVersion, newestVersion } = org.switches
    if (number === undefined || Number(number) < oldestVersion || Number(number) > newestVersion) throw notFound()
    await next()
  })
  registerMeta(app)
  registerQuery(app)
  registerDescribe(app)
  registerComposite(app)
  registerListViews(app)
  registerRecords(app)
  app.notFound(() => errorAnswer(notFound()))
  app.onError((error) => {
    if (error instanceof ApiError) return errorAnswer(error)
    if (error instanceof SyntaxError) return errorAnswer(apiError(400, 'JSON_PARSER_ERROR', `${error.message} at [line:1, column:1]`))
    throw error
  })

  return async (request) => {
    if (request.url.length > longestUrl) return new Response('<h1>URI Too Long</h1>', { status: 414, headers: { 'content-type': 'text/html' } })
    const answer = await handled(org, app, request, cursors)
    if (answer.status !== 401) answer.headers.set('sforce-limit-info', limitInfo(org))
    answer.headers.set('cache-control', 'no-cache,must-revalidate,max-age=0,no-store,private')
    return answer
  }
}

async function handled(org: Org, app: RestApp, request: Request, cursors: Map<string, QueryCursor>): Promise<Response> {
  // The list of versions needs no sign-in.
  if (/^\/services\/data\/?$/.test(new URL(request.url).pathname)) return Response.json(versions(org.switches))
  try {
    const session = admit(org, request)
    return await app.fetch(request, { org, session, cursors })
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(error)
    throw error
  }
}

function errorAnswer(error: ApiError): Response {
  return new Response(JSON.stringify(error.entries), { status: error.status, headers: { 'content-type': 'application/json;charset=UTF-8' } })
}
