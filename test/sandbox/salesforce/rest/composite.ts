import { apiError } from '../api-error.ts'
import { type ApiCall, spend } from './call.ts'
import type { RestApp } from './app.ts'
import { fillReferences } from './references.ts'

interface Subrequest {
  method: string
  url: string
  referenceId: string
  body?: unknown
  httpHeaders?: Record<string, string> | undefined
}

interface SubAnswer {
  body: unknown
  httpHeaders: Record<string, string>
  httpStatusCode: number
  referenceId: string
}

const mostSubrequests = 25
const mostQueries = 5

/** `composite` (one call, references, all-or-none) and `composite/batch` (independent, each counts). */
export function registerComposite(app: RestApp): void {
  app.post('/services/data/:version/composite', async (c) => {
    const { allOrNone, compositeRequest } = await c.req.json<{ allOrNone?: boolean; compositeRequest?: Subrequest[] }>()
    const subrequests = compositeRequest ?? []
    check(subrequests)
    return c.json({ compositeResponse: await runAll(app, c.env, subrequests, allOrNone === true, new URL(c.req.url).origin) })
  })
  app.post('/services/data/:version/composite/batch', async (c) => {
    const { batchRequests = [] } = await c.req.json<{ batchRequests?: { method: string; url: string; richInput?: unknown }[] }>()
    if (batchRequests.length > mostSubrequests) throw tooMany()
    const results: { statusCode: number; result: unknown }[] = []
    for (const [index, { method, url, richInput }] of batchRequests.entries()) {
      if (index > 0) spend(c.env.org)
      const { httpStatusCode, body } = await run(app, c.env, { method, url: `/services/data/${url}`, referenceId: '', body: richInput }, new URL(c.req.url).origin)
      results.push({ statusCode: httpStatusCode, result: body })
    }
    return c.json({ hasErrors: results.some((result) => result.statusCode >= 400), results })
  })
}

function check(subrequests: readonly Subrequest[]): void {
  if (subrequests.length === 0) throw apiError(400, 'REQUIRED_FIELD_MISSING', 'compositeRequest is required')
  if (subrequests.length > mostSubrequests) throw tooMany()
  if (subrequests.filter(isQuery).length > mostQueries) throw apiError(400, 'LIMIT_EXCEEDED', `A composite request may hold at most ${mostQueries} queries`)
  const ids = subrequests.map((subrequest) => subrequest.referenceId)
  const bad = ids.find((id, index) => !/^[A-Za-z][A-Za-z0-9_]*$/.test(id ?? '') || ids.indexOf(id) !== index)
  if (bad !== undefined) throw apiError(400, 'INVALID_INPUT', `Invalid or repeated referenceId: ${bad}`)
}

const isQuery = ({ url }: Subrequest): boolean => /^\/services\/data\/v\d+\.0\/query(All)?\b/.test(url)

function tooMany(): Error {
  return apiError(400, 'LIMIT_EXCEEDED', `Only ${mostSubrequests} subrequests are allowed`)
}

async function runAll(app: RestApp, call: ApiCall, subrequests: readonly Subrequest[], allOrNone: boolean, origin: string): Promise<SubAnswer[]> {
  const rollBack = call.org.store.checkpoint()
  const answers: SubAnswer[] = []
  for (const subrequest of subrequests) {
    const halted = allOrNone && answers.some(hasFailed)
    answers.push(halted ? haltedAnswer(subrequest) : await runReferring(app, call, subrequest, answers, origin))
  }
  if (!allOrNone || !answers.some(hasFailed)) return answers
  rollBack()
  return answers.map((answer) => (hasFailed(answer) ? answer : haltedAnswer(answer)))
}

const hasFailed = (answer: SubAnswer): boolean => answer.httpStatusCode >= 400

function haltedAnswer({ referenceId }: { referenceId: string }): SubAnswer {
  const message = 'The transaction was rolled back since another operation in the same transaction failed.'
  return { body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400, referenceId }
}

async function runReferring(app: RestApp, call: ApiCall, subrequest: Subrequest, done: readonly SubAnswer[], origin: string): Promise<SubAnswer> {
  const results = new Map(done.filter((answer) => !hasFailed(answer)).map((answer) => [answer.referenceId, answer.body]))
  const filled = fillReferences({ url: subrequest.url, body: subrequest.body }, results)
  if ('missing' in filled) {
    const message = `Invalid reference specified. No value for ${filled.missing} found in ${filled.missing.split(/[.[]/)[0] ?? ''}`
    return { body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400, referenceId: subrequest.referenceId }
  }
  const value = filled.value as Pick<Subrequest, 'url' | 'body'>
  return run(app, call, { ...subrequest, ...value }, origin)
}

async function run(app: RestApp, call: ApiCall, { method, url, referenceId, body, httpHeaders }: Subrequest, origin: string): Promise<SubAnswer> {
  if (!url.startsWith('/services/data/v') || /\/composite\b/.test(url)) {
    return { body: [{ errorCode: 'INVALID_INPUT', message: `Invalid subrequest url: ${url}` }], httpHeaders: {}, httpStatusCode: 400, referenceId }
  }
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...httpHeaders } }
  const answer = await app.fetch(new Request(origin + url, init), call)
  const text = await answer.text()
  const location = answer.headers.get('location')
  return { body: text === '' ? null : JSON.parse(text), httpHeaders: location === null ? {} : { Location: location }, httpStatusCode: answer.status, referenceId }
}
