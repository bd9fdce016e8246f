import { randomBytes, randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { createApp } from '@/hub/app'
import { migrate } from '@/hub/db/migrate'
import { openPostgres, type OpenDatabase } from '@/hub/db/open'
import type { HubConfig, HubDeps } from '@/hub/deps'
import { operationId } from '@/hub/http/openapi'
import { createLater } from '@/hub/later'
import { createLog, silentLog } from '@/hub/log'
import { ownerInvite } from '@/hub/people/bootstrap'
import { routes } from '@/hub/routes'
import { createSealer } from '@/hub/secrets/seal'
import { createProvider } from '@/hub/sign-in/provider'
import { uuid7 } from '@/lib/domain/uuid7'
import { joined, newInvite, problem, statusOf, type Role } from '@/lib/hub-client/contract'
import { freshPglite } from './pglite'
import { createPostgres, type Postgres } from './postgres'

export type Engine = 'pglite' | 'postgres'
export const engines: readonly Engine[] = ['postgres', 'pglite']
export const start = Date.UTC(2026, 8, 16, 10)

export interface Member { token: string; personId: string; sessionId: string; role: Role }
export interface Reply { status: number; body: unknown; headers: Headers }

/** A hub over a fresh database, with a clock that tests move. Every answer is checked against what the route documents. */
export async function createHub(engine: Engine, config: Partial<HubConfig> = {}, reach: typeof fetch = () => { throw new Error('the hub fetched') }) {
  const server = engine === 'postgres' ? await createPostgres() : undefined
  const database = server ? openPostgres(server.url('hub'), silentLog) : await freshPglite()
  await migrate(database.db)
  return hubOver(database, { server, config, reach })
}
export type Hub = Awaited<ReturnType<typeof createHub>>

export async function hubOver(database: OpenDatabase, { server, config = {}, reach = fetch }: { server?: Postgres | undefined; config?: Partial<HubConfig>; reach?: typeof fetch }) {
  let now = start
  const lines: string[] = []
  const log = createLog((line) => lines.push(line), () => now)
  const { later, settled } = createLater(log)
  const deps: HubDeps = {
    db: database.db, log, now: () => now, random: (count) => randomBytes(count), later, fetch: reach, sealer: createSealer(['a key of this test, long enough for it']),
    config: { url: 'https://hub.example', linksUrl: 'https://go.example', proxied: false, ...config },
  }
  if (deps.config.oidc) deps.signIn = createProvider(deps, deps.config.oidc)
  const app = createApp(deps)
  const seen = new Set<string>()

  async function call(method: string, path: string, options: { as?: Member | string | undefined; body?: unknown; headers?: Record<string, string> } = {}): Promise<Reply> {
    const token = typeof options.as === 'string' ? options.as : options.as?.token
    const response = await app.request(path.startsWith('/l/') ? `https://go.example${path}` : `https://hub.example${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(options.body !== undefined && { 'content-type': 'application/json' }), ...options.headers,
      },
      ...(options.body !== undefined && { body: typeof options.body === 'string' ? options.body : JSON.stringify(options.body) }),
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    const reply = { status: response.status, body: isJson ? JSON.parse(text) as unknown : text, headers: response.headers }
    if (path.startsWith('/v1/')) expectDocumented(method, path.slice(3).split('?')[0] ?? '', reply, seen)
    return reply
  }

  const hub = {
    deps, database, server, app, call, lines, seen, settled,
    now: () => now,
    pass: (ms: number) => void (now += ms),
    id: () => uuid7(now, randomBytes(10)),
    async join(code: string, name = 'Somebody', more: { device?: string; email?: string } = {}): Promise<Reply> {
      return call('POST', '/v1/join', { body: { code, device: more.device ?? randomUUID(), name, email: more.email } })
    },
    async invite(by: Member, role: Role, more: Record<string, unknown> = {}): Promise<string> {
      const { body } = await call('POST', '/v1/invites', { as: by, body: { id: hub.id(), role, uses: 1, expiresAt: now + 86_400_000, ...more } })
      return codeIn(z.parse(newInvite, body).link ?? '')
    },
    async member(by: Member, role: Role, name: string = role): Promise<Member> {
      return toMember(await hub.join(await hub.invite(by, role), name))
    },
    async owner(): Promise<Member> {
      return toMember(await hub.join(codeIn(await ownerInvite(deps) ?? ''), 'Olivia Owner'))
    },
    async close(): Promise<void> {
      await settled()
      await database.close()
      server?.remove()
    },
  }
  return hub
}

export function codeIn(link: string): string {
  return link.split('#')[1] ?? ''
}

export function toMember({ body }: Reply): Member {
  const { token, sessionId, person } = z.parse(joined, body)
  return { token, sessionId, personId: person.id, role: person.role }
}

function expectDocumented(method: string, path: string, { status, body }: Reply, seen: Set<string>): void {
  const route = routes.find((one) => one.method === method && new RegExp(`^${one.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path))
  if (status === 304) return
  if (status !== 200) {
    const told = z.parse(problem, body)
    if (told.status !== status || statusOf(told.kind) !== status) throw new Error(`${method} ${path}: ${told.kind} under ${status}`)
  } else if (route) z.parse(route.answer, body)
  if (route) seen.add(`${operationId(route)} ${status}`)
}
