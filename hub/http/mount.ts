import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { asHub, asPerson, type Who } from '../db/scope'
import type { HubDeps } from '../deps'
import { expectSignature } from '../ingest/signature'
import { writeAudit } from '../privacy/audit'
import { findSession } from '../people/sessions'
import { digestHex } from '../secrets/digest'
import { answerProblem } from './problem'
import type { Ask, PersonRoute, ReachingRoute, Route } from './route'
import { parseStorable } from './storable'
import { originOf, visitorOf } from './visitor'

export const versionPath = '/v1'
const usualBytes = 64 * 1024

/** Puts a route onto the server: size, session, role, shapes, transaction, tag, and only then its handler. */
export function mount(app: Hono, deps: HubDeps, route: Route): void {
  const limit = bodyLimit({
    maxSize: route.maxBytes ?? usualBytes,
    onError: (c) => answerProblem(c, new AppError('invalid', { detail: 'body too large' })),
  })
  app.on(route.method, `${versionPath}${route.path}`, limit, async (c) => {
    if (route.roles === 'anybody' || route.roles === 'signed') {
      if (route.roles === 'signed') await expectSigned(c, deps)
      else if (route.before) await route.before({ deps }, await visitorOf(c, deps))
      const parsed = await read(c, route)
      if ('reach' in route) return c.json((await route.reach({ ...parsed, deps })).body as object, 200, { 'cache-control': 'no-store' })
      const body = await asHub(deps.db, (tx) => route.handle({ ...parsed, deps, tx })) as object
      return route.method === 'GET' ? answerRead(c, { tag: tagOf(body), body }) : c.json(body)
    }
    return 'reach' in route ? answerReaching(c, deps, route) : answerPerson(c, deps, route)
  })
}

async function expectMember(c: Context, deps: HubDeps, { roles }: Pick<PersonRoute, 'roles'>): Promise<Who> {
  const who = await findSession(deps, bearerOf(c), originOf(c, deps))
  if (!who) throw new AppError('signed-out')
  if (!roles.includes(who.role)) throw new AppError('forbidden')
  return who
}

async function answerReaching(c: Context, deps: HubDeps, route: ReachingRoute): Promise<Response> {
  const who = await expectMember(c, deps, route)
  const headers = route.headers && expect(route.headers, c.req.header(), 'header')
  const { body, headers: more } = await route.reach({ ...(await read(c, route)), headers, deps, who })
  return c.json(body as object, 200, { 'cache-control': 'private, no-store', ...more })
}

async function answerPerson(c: Context, deps: HubDeps, route: PersonRoute): Promise<Response> {
  const who = await expectMember(c, deps, route)
  const parsed = await read(c, route)
  const answer = await asPerson(deps.db, who, async (tx) => {
    const ask = { ...parsed, deps, tx, who }
    const tag = route.tag && `W/"${await route.tag(ask)}"`
    if (tag !== undefined && c.req.header('if-none-match') === tag) return { tag, body: undefined }
    const body = await route.handle(ask)
    const act = route.audit?.(ask)
    if (act) await writeAudit(tx, { ...act, personId: who.personId, at: deps.now() })
    return { tag, body: body as object }
  })
  c.header('cache-control', 'private, no-cache')
  return route.method === 'GET' ? answerRead(c, { tag: answer.tag ?? tagOf(answer.body ?? {}), body: answer.body }) : c.json(answer.body ?? {})
}

/** Nothing new under the tag somebody came with: told so, without what they have. */
function answerRead(c: Context, { tag, body }: { tag: string; body: object | undefined }): Response {
  c.header('etag', tag)
  return body === undefined || c.req.header('if-none-match') === tag ? c.body(null, 304) : c.json(body)
}

/** For reads without a cheaper name: what is answered, but for when. */
function tagOf(body: object): string {
  return `W/"${digestHex(JSON.stringify({ ...body, asOf: undefined })).slice(0, 32)}"`
}

async function expectSigned(c: Context, deps: HubDeps): Promise<void> {
  await expectSignature(deps, {
    senderId: c.req.param('sender') ?? '', text: await c.req.text(),
    timestamp: c.req.header('leadside-timestamp') ?? '', signature: c.req.header('leadside-signature') ?? '',
  })
}

function bearerOf(c: Context): string {
  return /^Bearer ([\w-]{20,200})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
}

async function read(c: Context, route: Route): Promise<Pick<Ask<unknown, unknown, unknown>, 'params' | 'query' | 'body'>> {
  return {
    params: route.params && expect(route.params, c.req.param(), 'path'),
    query: route.query && expect(route.query, queryOf(c), 'query'),
    body: route.body && expect(route.body, await bodyOf(c), 'body'),
  }
}

/** A parameter that came several times is a list. */
function queryOf(c: Context): Record<string, unknown> {
  return Object.fromEntries(Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]))
}

function expect(shape: z.core.$ZodType, value: unknown, part: string): unknown {
  const parsed = z.safeParse(shape, value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new AppError('invalid', { detail: [part, ...(issue?.path ?? [])].join('.') })
}

async function bodyOf(c: Context): Promise<unknown> {
  try {
    return parseStorable(await c.req.text())
  } catch {
    throw new AppError('invalid', { detail: 'no JSON' })
  }
}
