import { sql } from 'kysely'
import { AppError } from '@/lib/domain/errors'
import { explainHubspot } from '@/lib/domain/hubspot-refusal'
import type { HubDeps } from '../deps'
import { apiOrigin, timeoutMs } from './api'
import { takeCall } from './budget'
import { cached, remember } from './cache'
import { expectConnection, type Connection } from './connection'
import { expectToken } from './token'

export interface Outgoing {
  method: 'GET' | 'POST' | 'PATCH'
  /** Path and query at HubSpot. */
  path: string
  body?: unknown
  shared?: boolean | undefined
  /** Changes something: an answer that did not come says nothing about whether it did. */
  write?: boolean | undefined
}

/** HubSpot's own count of what is left, passed on. */
export const budgetHeaders = ['x-hubspot-ratelimit-daily', 'x-hubspot-ratelimit-daily-remaining', 'x-hubspot-ratelimit-max', 'x-hubspot-ratelimit-remaining']

export interface Incoming {
  body: unknown
  headers: Record<string, string>
}

/**
 * Asks HubSpot in a person's stead: from the cache where everybody gets the same, within the shared budget, with a token that holds.
 * @throws AppError what HubSpot refused, as our kinds; `timeout` for a write whose outcome is unknown
 */
export async function askHubspot(deps: HubDeps, personId: string, call: Outgoing): Promise<Incoming> {
  const known = call.shared ? await cached(deps, call.path) : undefined
  if (known) return { body: known.body, headers: {} }
  const connection = await expectConnection(deps.db)
  if (connection.pause && connection.pause.until > deps.now()) throw new AppError(connection.pause.kind, { detail: 'hubspot', retryAt: connection.pause.until })
  await takeCall(deps, personId, call.path.endsWith('/search') ? 'search' : 'call', connection.tenSeconds)
  const token = await expectToken(deps)
  const first = await send(deps, call, token)
  const reply = first.status === 401 ? await send(deps, call, await expectToken(deps, token)) : first
  await heed(deps, connection, reply)
  if (reply.status < 200 || reply.status > 299) throw refusalOf(deps, connection, reply)
  if (call.shared) await remember(deps, call.path, reply.body)
  return { body: reply.body ?? {}, headers: Object.fromEntries(budgetHeaders.flatMap((name) => { const value = reply.headers.get(name); return value === null ? [] : [[name, value]] })) }
}

interface Reply { status: number; headers: Headers; body: unknown }

async function send({ fetch }: HubDeps, { method, path, body, write }: Outgoing, token: string): Promise<Reply> {
  try {
    const response = await fetch(`${apiOrigin}${path}`, {
      method, redirect: 'error', signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/json', authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, headers: response.headers, body: parsed(await response.text()) }
  } catch (error) {
    throw new AppError(write ? 'timeout' : 'unavailable', { detail: 'hubspot', cause: error })
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What an answer says for all that follow: how many calls there are, and to wait. */
async function heed({ db, now }: HubDeps, { tenSeconds, utcOffsetMs }: Connection, { status, headers, body }: Reply): Promise<void> {
  const most = Number(headers.get('x-hubspot-ratelimit-max') ?? Number.NaN)
  if (most > 0 && most !== tenSeconds) await sql`update hubspot set ten_seconds = ${most}`.execute(db)
  const told = status === 429 ? explainHubspot({ status, retryAfter: headers.get('retry-after'), body }, now(), utcOffsetMs) : undefined
  if (told?.retryAt !== undefined) await sql`update hubspot set paused_until = ${told.retryAt}, pause_kind = ${told.kind}`.execute(db)
}

function refusalOf({ now }: HubDeps, { utcOffsetMs }: Connection, { status, headers, body }: Reply): AppError {
  const told = explainHubspot({ status, retryAfter: headers.get('retry-after'), body }, now(), utcOffsetMs)
  // The member's session is fine: it is the hub that HubSpot does not know.
  if (told?.kind === 'signed-out') return new AppError('not-set-up', { detail: 'hubspot' })
  if (told) return new AppError(told.kind, { detail: told.detail, retryAt: told.retryAt })
  if (status >= 500) return new AppError('unavailable', { detail: 'hubspot' })
  return new AppError(status === 410 ? 'version-retired' : 'bad-reply', { detail: `HTTP ${status}` })
}
