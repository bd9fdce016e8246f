import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { createHubHttp } from '@/lib/hub-client/http'
import { parseTolerant } from '@/lib/hub-client/contract'

const answer = z.object({ n: z.number() })

function client(reply: (url: string, init: RequestInit) => Response | Promise<Response>) {
  const asked: { url: string; init: RequestInit }[] = []
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    asked.push({ url: String(url), init })
    return reply(String(url), init)
  }
  return { asked, call: createHubHttp({ url: 'https://hub.example', fetch, token: async () => 'secret' }) }
}

describe('the hub over HTTP', () => {
  it('sends the token as a header, without cookies and along no redirect', async () => {
    const { call, asked } = client(() => Response.json({ n: 1, later: true }, { headers: { etag: 'W/"1"' } }))
    expect(await call({ method: 'GET', path: '/x', answer })).toEqual({ unchanged: false, value: { n: 1 }, tag: 'W/"1"' })
    expect(asked[0]).toMatchObject({ url: 'https://hub.example/v1/x', init: { credentials: 'omit', redirect: 'error' } })
    expect(new Headers(asked[0]?.init.headers).get('authorization')).toBe('Bearer secret')
  })

  it('resolves to unchanged for a tag that still holds', async () => {
    const { call, asked } = client(() => new Response(null, { status: 304 }))
    expect(await call({ method: 'GET', path: '/x', answer, tag: 'W/"1"' })).toEqual({ unchanged: true })
    expect(new Headers(asked[0]?.init.headers).get('if-none-match')).toBe('W/"1"')
  })

  it.each([
    ['the hub\'s own kind', () => Response.json({ type: 't', title: 't', status: 429, kind: 'rate-limited', retryAt: 5 }, { status: 429 }), { kind: 'rate-limited', retryAt: 5 }],
    ['a proxy\'s page', () => new Response('<html>', { status: 502 }), { kind: 'unavailable' }],
    ['a proxy\'s limit, so that smaller parts are tried', () => new Response('<html>', { status: 413 }), { kind: 'invalid' }],
    ['what kept it from asking at all', () => Promise.reject(new AppError('no-consent')), { kind: 'no-consent' }],
    ['an answer of another shape', () => Response.json({ m: 1 }), { kind: 'bad-reply' }],
    ['no network', () => Promise.reject(new TypeError('failed')), { kind: 'offline', unsure: true }],
  ])('tells %s', async (_, reply, error) => {
    await expect(client(reply).call({ method: 'POST', path: '/x', answer, body: {} })).rejects.toMatchObject(error)
  })
})

describe('F48 what a newer release wrote', () => {
  it('is understood inside one of several forms, too', () => {
    const form = z.union([z.strictObject({ id: z.string(), of: z.array(z.strictObject({ n: z.number() })) }), z.strictObject({ old: z.string() })])
    const shape = z.strictObject({ list: z.array(form) })
    expect(parseTolerant(shape, { list: [{ id: 'a', of: [{ n: 1, mood: 'sunny' }], more: true }, { old: 'x' }] })).toEqual({ success: true, data: { list: [{ id: 'a', of: [{ n: 1 }] }, { old: 'x' }] } })
    expect(parseTolerant(shape, { list: [{ id: 'a', of: 1, more: true }] }).success).toBe(false)
  })

  const inner = z.discriminatedUnion('type', [z.strictObject({ type: z.literal('a'), deep: z.strictObject({ n: z.number() }) })])

  it('is read without the fields not known here, the original untouched', () => {
    const original = { type: 'a', extra: 1, deep: { n: 1, more: [2] } }
    expect(parseTolerant(inner, original)).toEqual({ success: true, data: { type: 'a', deep: { n: 1 } } })
    expect(original.deep.more).toEqual([2])
  })

  it('is refused where what is known is wrong, without telling values', () => {
    const result = parseTolerant(inner, { type: 'a', extra: 1, deep: { n: 'pat@example.com' } })
    expect(result).toMatchObject({ success: false, detail: expect.stringContaining('deep.n') as string })
    expect(JSON.stringify(result)).not.toContain('pat@')
  })
})
