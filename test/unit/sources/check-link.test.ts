import { describe, expect, it } from 'vitest'
import { checkLink } from '@/lib/sources/check-link'

function site(answers: { HEAD?: number; GET?: number }) {
  const asked: string[] = []
  const options: RequestInit[] = []
  const request = (async (_url: string, init: RequestInit) => {
    asked.push(init.method ?? '')
    options.push(init)
    const status = answers[init.method as 'HEAD' | 'GET']
    if (status === undefined) throw new TypeError('Failed to fetch')
    return new Response(null, { status })
  }) as typeof fetch
  return { asked, options, request }
}

describe('asking whether a link answers', () => {
  it.each<[number | undefined, number | undefined, string, string[]]>([
    [200, undefined, 'ok', ['HEAD']],
    [405, 200, 'ok', ['HEAD', 'GET']],
    [404, 200, 'ok', ['HEAD', 'GET']],
    [404, 404, 'broken', ['HEAD', 'GET']],
    [410, 410, 'broken', ['HEAD', 'GET']],
    [403, 403, 'unknown', ['HEAD', 'GET']],
    [429, 429, 'unknown', ['HEAD', 'GET']],
    [500, 503, 'unknown', ['HEAD', 'GET']],
    [404, undefined, 'unknown', ['HEAD', 'GET']],
    [undefined, undefined, 'unknown', ['HEAD', 'GET']],
  ])('HEAD %s and GET %s is %s', async (HEAD, GET, state, methods) => {
    const { asked, request } = site({ ...(HEAD === undefined ? {} : { HEAD }), ...(GET === undefined ? {} : { GET }) })
    expect((await checkLink('https://www.example.com/a', request)).state).toBe(state)
    expect(asked).toEqual(methods)
  })

  it('S47 goes without credentials and referrer, and stops by itself', async () => {
    const { options, request } = site({ HEAD: 200 })
    await checkLink('https://www.example.com/a', request)
    expect(options).toMatchObject([{ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' }])
    expect(options[0]?.signal?.aborted).toBe(true)
  })
})
