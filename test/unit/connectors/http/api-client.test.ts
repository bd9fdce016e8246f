import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { AppError, type ErrorKind } from '@/lib/domain/errors'
import { type Answer, harness, json, origin } from './harness'

const anything = z.unknown()
const ok: Answer = () => json({ ok: true })
const status = (code: number, headers: Record<string, string> = {}): Answer => () => json({ message: 'no' }, code, headers)
const dead: Answer = () => Promise.reject(new TypeError('fetch failed'))

async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const thrown = await work.then(() => undefined, (error: unknown) => error)
  if (!(thrown instanceof AppError)) throw new Error(`expected an AppError, got ${String(thrown)}`)
  return thrown
}

describe('what goes out', () => {
  it('S47 sends no cookies and no referrer, follows no redirect and stores nothing', async () => {
    let init: RequestInit | undefined
    const { client } = harness([], { fetch: async (_url, given) => ((init = given), json({})) })
    await client.send({ path: '/a', schema: anything })
    expect(init).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', cache: 'no-store' })
    expect(init?.signal).toBeInstanceOf(AbortSignal)
  })

  it('calls fetch as browsers want it called: on its own', async () => {
    const { client } = harness([], { async fetch(this: unknown) { return json({ alone: this === undefined }) } })
    expect(await client.send({ path: '/a', schema: anything })).toEqual({ alone: true })
  })

  it.each(['http://api.service.example', 'ftp://api.service.example', 'https://api.service.example/path', 'nonsense'])(
    'S47 refuses the origin %s', (bad) => {
      expect(() => harness([ok], { origin: bad })).toThrow('untrusted')
    })

  it.each(['http://localhost:8080', 'http://127.0.0.1:8080'])('S47 allows plain http on this machine: %s', async (local) => {
    const { client, seen } = harness([ok], { origin: local })
    await client.send({ path: '/a', schema: anything })
    expect(seen[0]?.url).toBe(`${local}/a`)
  })

  it('S42 sends the token to its own origin', async () => {
    const { client, seen } = harness([ok], { token: async () => 't1' })
    await client.send({ path: '/services/data?q=1', schema: anything })
    expect(seen[0]?.url).toBe(`${origin}/services/data?q=1`)
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer t1')
  })

  it.each(['https://evil.example/next', '//evil.example/next', '/\\evil.example/next', 'next', '', 'https://api.service.example/next'])(
    'S42 takes next pages as relative paths only: %s', async (path) => {
      const { client, seen } = harness([ok], { token: async () => 't1' })
      expect((await failureOf(client.send({ path, schema: anything }))).kind).toBe('untrusted')
      expect(seen).toEqual([])
    })

  it('sends JSON and forms with their own content type', async () => {
    const { client, seen } = harness([ok])
    await client.send({ path: '/a', method: 'POST', json: { a: 1 }, schema: anything })
    await client.send({ path: '/a', method: 'POST', form: { a: '1 2' }, schema: anything })
    expect(await seen[0]?.json()).toEqual({ a: 1 })
    expect(await seen[1]?.text()).toBe('a=1+2')
    expect(seen[1]?.headers.get('content-type')).toContain('x-www-form-urlencoded')
  })
})

describe('what comes back', () => {
  const kinds: [number, ErrorKind][] = [
    [400, 'invalid'], [401, 'signed-out'], [403, 'forbidden'], [404, 'not-found'], [409, 'conflict'], [410, 'version-retired'],
    [422, 'invalid'], [429, 'rate-limited'], [500, 'unavailable'], [503, 'unavailable'], [504, 'timeout'], [302, 'bad-reply'],
  ]
  it.each(kinds)('reads status %i as %s', async (code, kind) => {
    const { client } = harness([status(code)])
    expect((await failureOf(client.send({ path: '/a', schema: anything }))).kind).toBe(kind)
  })

  it('lets the service explain a refusal', async () => {
    const { client } = harness([status(403)], { explain: () => ({ kind: 'quota', detail: 'daily' }) })
    expect(await failureOf(client.send({ path: '/a', schema: anything }))).toMatchObject({ kind: 'quota', detail: 'daily' })
  })

  it('F17 takes HTML with 200 for no reply at all', async () => {
    const { client } = harness([() => new Response('<h1>Guest network</h1>', { headers: { 'content-type': 'text/html' } })])
    expect(await failureOf(client.send({ path: '/a', schema: anything }))).toMatchObject({ kind: 'bad-reply', detail: 'content-type text/html' })
  })

  const broken: [string, Answer][] = [
    ['truncated', () => new Response('{"a": [1, 2', { headers: { 'content-type': 'application/json' } })],
    ['of the wrong type', () => json({ items: 'none' })],
    ['null', () => json(null)],
    ['empty', () => new Response('', { headers: { 'content-type': 'application/json' } })],
    ['huge', () => json({ items: ['x'.repeat(5000)] })],
    ['huge by its own word', () => json({ items: [] }, 200, { 'content-length': '20000000' })],
  ]
  it.each(broken)('F27 S37 answers a typed error for a body that is %s', async (_name, answer) => {
    const { client } = harness([answer], { maxBytes: 2000 })
    const schema = z.object({ items: z.array(z.string()) })
    expect((await failureOf(client.send({ path: '/a', schema }))).kind).toBe('bad-reply')
  })

  it('F27 reads a body behind a byte order mark', async () => {
    const { client } = harness([() => new Response('\uFEFF{"a":1}', { headers: { 'content-type': 'application/json' } })])
    expect(await client.send({ path: '/a', schema: anything })).toEqual({ a: 1 })
  })

  it('counts a refusal by its status when a proxy answered in HTML', async () => {
    const { client } = harness([() => new Response('<h1>down</h1>', { status: 503, headers: { 'content-type': 'text/html' } })])
    expect((await failureOf(client.send({ path: '/a', schema: anything }))).kind).toBe('unavailable')
  })

  it('takes accepted statuses and empty bodies as answers', async () => {
    const { client } = harness([() => new Response(null, { status: 204 }), () => new Response(null, { status: 304 })])
    expect(await client.reply({ path: '/a' })).toMatchObject({ status: 204, body: undefined })
    expect(await client.reply({ path: '/a', accept: [304] })).toMatchObject({ status: 304, body: undefined })
  })
})

describe('trying again', () => {
  it('F18 repeats a read over a dead connection, with jitter', async () => {
    const { client, seen, clock } = harness([dead, dead, ok])
    await client.send({ path: '/a', schema: anything })
    expect(seen).toHaveLength(3)
    expect(clock.pauses).toEqual([200, 400])
  })

  it('F18 gives a read up after three tries', async () => {
    const { client, seen } = harness([dead])
    expect(await failureOf(client.send({ path: '/a', schema: anything }))).toMatchObject({ kind: 'offline', unsure: false })
    expect(seen).toHaveLength(3)
  })

  it('F29 never repeats a write blindly and says that its outcome is unknown', async () => {
    for (const answer of [dead, status(500), () => new Response('<p>', { headers: { 'content-type': 'text/html' } })]) {
      const { client, seen } = harness([answer])
      expect((await failureOf(client.send({ path: '/a', method: 'POST', json: {}, schema: anything }))).unsure).toBe(true)
      expect(seen).toHaveLength(1)
    }
  })

  it('knows that a refused write was not done', async () => {
    for (const code of [400, 403, 404, 429]) {
      const { client } = harness([status(code, { 'retry-after': '60' })])
      expect((await failureOf(client.send({ path: '/a', method: 'POST', json: {}, schema: anything }))).unsure).toBe(false)
    }
  })

  it('repeats a write that is harmless to repeat', async () => {
    const { client, seen } = harness([status(500), ok])
    await client.send({ path: '/a', method: 'PATCH', json: {}, repeatable: true, schema: anything })
    expect(seen).toHaveLength(2)
  })

  it('F19 gives up by itself and calls it a timeout', async () => {
    const never: Answer = (request) => new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)))
    const { client, seen } = harness([never], { timeoutMs: 5 })
    expect(await failureOf(client.send({ path: '/a', method: 'POST', json: {}, schema: anything }))).toMatchObject({ kind: 'timeout', unsure: true })
    expect(seen).toHaveLength(1)
  })

  it('F19 starts no new try when 20 s have gone', async () => {
    const { client, seen, clock } = harness([() => (clock.advance(15_000), Promise.reject(new DOMException('late', 'TimeoutError')))])
    expect((await failureOf(client.send({ path: '/a', schema: anything }))).kind).toBe('timeout')
    expect(seen).toHaveLength(2)
  })

  it('stops when the caller does', async () => {
    const stop = new AbortController()
    const { client, seen } = harness([() => (stop.abort(), Promise.reject(stop.signal.reason))])
    expect((await failureOf(client.send({ path: '/a', schema: anything, signal: stop.signal }))).kind).toBe('cancelled')
    expect(seen).toHaveLength(1)
  })

  const limits: [string, Record<string, string>, number | undefined][] = [
    ['seconds', { 'retry-after': '120' }, 120_000],
    ['a date', { 'retry-after': new Date(Date.UTC(2026, 8, 14, 9, 2)).toUTCString() }, 120_000],
    ['a year', { 'retry-after': '31536000' }, 900_000],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
  ]
  it.each(limits)('F24 honours Retry-After as %s, up to 15 minutes', async (_name, headers, wait) => {
    const { client, clock } = harness([status(429, headers)])
    const begun = clock.now()
    const failure = await failureOf(client.send({ path: '/a', schema: anything }))
    expect(failure).toMatchObject({ kind: 'rate-limited', retryAt: wait === undefined ? undefined : begun + wait })
  })

  it('F24 leaves the service alone until then', async () => {
    const { client, seen, clock } = harness([status(429, { 'retry-after': '60' }), ok])
    await failureOf(client.send({ path: '/a', schema: anything }))
    expect((await failureOf(client.send({ path: '/b', schema: anything }))).kind).toBe('rate-limited')
    expect(seen).toHaveLength(1)
    clock.advance(60_000)
    await client.send({ path: '/b', schema: anything })
  })

  it('F24 waits out a short Retry-After, for a write too', async () => {
    const { client, seen, clock } = harness([status(429, { 'retry-after': '2' }), ok])
    await client.send({ path: '/a', method: 'POST', json: {}, schema: anything })
    expect(seen).toHaveLength(2)
    expect(clock.pauses).toEqual([2200])
  })

  it('F26 says what the service answered, not offline, where the browser then keeps its next tries from it', async () => {
    const { client, clock } = harness([status(503), dead, dead, dead, dead, dead, status(401)])
    const first = await failureOf(client.send({ path: '/a', schema: anything }))
    const rest = await failureOf(client.send({ path: '/a', schema: anything }))
    expect([first.kind, first.detail, rest.kind, rest.detail]).toEqual(['unavailable', undefined, 'unavailable', 'circuit'])
    clock.advance(30_000)
    expect((await failureOf(client.send({ path: '/a', schema: anything }))).kind).toBe('unavailable')
    clock.advance(30_000)
    expect((await failureOf(client.send({ path: '/a', schema: anything }))).kind).toBe('signed-out')
    expect((await failureOf(client.send({ path: '/a', schema: anything }))).kind).toBe('signed-out')
  })

  it('F26 says offline again once the service was heard well', async () => {
    const { client } = harness([status(503), ok, dead])
    await client.send({ path: '/a', schema: anything })
    expect((await failureOf(client.send({ path: '/a', schema: anything }))).kind).toBe('offline')
  })

  it('F26 tries once for a person who asks while the service is left alone, at most every 5 s and for nobody else', async () => {
    const { client, seen, clock } = harness([status(503)])
    const ask = async () => { client.insist(); await Promise.all([1, 2, 3].map(() => failureOf(client.send({ path: '/a', schema: anything })))); return seen.length }
    const read = async () => (await failureOf(client.send({ path: '/a', schema: anything })), seen.length)
    expect([await read(), await read(), await ask()]).toEqual([3, 5, 5])
    clock.advance(5_000)
    expect([await read(), await ask(), await ask(), await read()]).toEqual([5, 6, 6, 6])
    clock.advance(5_000)
    expect([await read(), await ask()]).toEqual([6, 7])
    clock.advance(20_000)
    expect(await read()).toBe(7)
  })

  it('F26 is back for everybody once a person found the service well again', async () => {
    const { client, seen, clock } = harness([status(503), status(503), status(503), status(503), status(503), ok])
    for (const _ of [1, 2]) await failureOf(client.send({ path: '/a', schema: anything }))
    clock.advance(5_000)
    client.insist()
    for (const _ of [1, 2]) await client.send({ path: '/a', schema: anything })
    expect(seen).toHaveLength(7)
  })

  it('F24 keeps the pause a service asked for, whoever asks', async () => {
    const { client, seen, clock } = harness([status(429, { 'retry-after': '60' })])
    await failureOf(client.send({ path: '/a', schema: anything }))
    clock.advance(30_000)
    client.insist()
    expect((await failureOf(client.send({ path: '/a', schema: anything }))).kind).toBe('rate-limited')
    expect(seen).toHaveLength(1)
  })

  it('F26 opens the circuit after five failures and probes after 30 s', async () => {
    const { client, seen, clock } = harness([status(500), status(500), status(500), status(500), status(500), ok])
    await failureOf(client.send({ path: '/a', schema: anything }))
    expect((await failureOf(client.send({ path: '/a', schema: anything }))).detail).toBe('circuit')
    expect(seen).toHaveLength(5)
    clock.advance(30_000)
    await client.send({ path: '/a', schema: anything })
    await client.send({ path: '/a', schema: anything })
    expect(seen).toHaveLength(7)
  })
})

describe('renewing the sign-in', () => {
  /** A service that knows one token at a time. */
  function guarded() {
    let valid = 'new'
    let held = 'old'
    let renewals = 0
    const answer: Answer = (request) => (request.headers.get('authorization') === `Bearer ${valid}` ? json({ ok: true }) : json([], 401))
    const deps = {
      token: async () => held,
      refresh: async () => {
        renewals += 1
        await Promise.resolve()
        return (held = 'new')
      },
    }
    return { answer, deps, revoke: () => void (valid = 'none'), renewals: () => renewals }
  }

  it('F20 S44 renews once after a 401 and sends again, a write too', async () => {
    const service = guarded()
    const { client, seen } = harness([service.answer], service.deps)
    await client.send({ path: '/a', method: 'POST', json: {}, schema: anything })
    expect(seen).toHaveLength(2)
    expect(service.renewals()).toBe(1)
  })

  it('F21 S44 shares one renewal among five calls', async () => {
    const service = guarded()
    const { client } = harness([service.answer], service.deps)
    await Promise.all(Array.from({ length: 5 }, () => client.send({ path: '/a', schema: anything })))
    expect(service.renewals()).toBe(1)
  })

  it('F20 S44 ends signed out on the second 401', async () => {
    const service = guarded()
    service.revoke()
    const { client, seen } = harness([service.answer], service.deps)
    expect((await failureOf(client.send({ path: '/a', schema: anything }))).kind).toBe('signed-out')
    expect(seen).toHaveLength(2)
  })

  it('renews nothing when the service says it would not help', async () => {
    const service = guarded()
    const { client } = harness([service.answer], { ...service.deps, explain: () => ({ kind: 'policy' }) })
    expect((await failureOf(client.send({ path: '/a', schema: anything }))).kind).toBe('policy')
    expect(service.renewals()).toBe(0)
  })
})
