import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { calls } from './fake-browser'
import { permittedFetch } from '@/lib/platform/permitted-fetch'

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }))
const failure = new TypeError('Failed to fetch')

describe('fetching', () => {
  beforeEach(() => calls.permitted.mockClear())
  afterEach(() => vi.unstubAllGlobals())

  it('S62 F43 names the host that was taken away, by whomever', async () => {
    vi.stubGlobal('fetch', async () => { throw failure })
    calls.permitted.mockResolvedValue(false)
    await expect(permittedFetch('https://quayside.my.salesforce.com/services/data')).rejects.toMatchObject({ kind: 'no-permission', detail: 'quayside.my.salesforce.com' })
    expect(calls.permitted).toHaveBeenCalledWith({ origins: ['https://quayside.my.salesforce.com/*'] })
  })

  it('S62 names the host the organisation blocks, although the browser says that it is permitted', async () => {
    const fetched = vi.fn<typeof fetch>(async (_, init) => {
      if (init?.mode !== 'no-cors') throw failure
      return Object.defineProperty(new Response(null), 'type', { value: 'opaque' })
    })
    vi.stubGlobal('fetch', fetched)
    calls.permitted.mockResolvedValue(true)
    await expect(permittedFetch('https://quayside.my.salesforce.com/services/data?q=1', { headers: { authorization: 'Bearer x' } })).rejects.toMatchObject({ kind: 'host-blocked', detail: 'quayside.my.salesforce.com' })
    expect(fetched.mock.lastCall).toMatchObject(['https://quayside.my.salesforce.com/services/data', { method: 'HEAD', credentials: 'omit' }])
    expect(fetched.mock.lastCall?.[1]?.headers).toBeUndefined()
  })

  it('takes a host that leads on to one nobody permitted for no block', async () => {
    vi.stubGlobal('fetch', async (_: unknown, init?: RequestInit) => {
      const type = init?.mode === 'no-cors' ? 'opaque' : init?.redirect === 'manual' ? 'opaqueredirect' : undefined
      if (type === undefined) throw failure
      return Object.defineProperty(new Response(null), 'type', { value: type })
    })
    calls.permitted.mockResolvedValue(true)
    await expect(permittedFetch('https://quayside.my.salesforce.com/services/data')).rejects.toBe(failure)
  })

  it('takes a connection that broke once, and a call that was given up, for no block', async () => {
    let tries = 0
    vi.stubGlobal('fetch', async () => {
      if ((tries += 1) === 1) throw failure
      return new Response(null)
    })
    calls.permitted.mockResolvedValue(true)
    await expect(permittedFetch('https://api.hubapi.com/x')).rejects.toBe(failure)
    const late = new DOMException('given up', 'TimeoutError')
    vi.stubGlobal('fetch', async () => { throw late })
    await expect(permittedFetch('https://api.hubapi.com/x')).rejects.toBe(late)
  })

  it('leaves a dead network what it is', async () => {
    vi.stubGlobal('fetch', async () => { throw failure })
    calls.permitted.mockResolvedValue(true)
    await expect(permittedFetch('https://api.hubapi.com/x')).rejects.toBe(failure)
  })

  it('asks about the host and not the port, which Firefox takes for no pattern at all', async () => {
    vi.stubGlobal('fetch', async () => { throw failure })
    calls.permitted.mockResolvedValue(true)
    await expect(permittedFetch('http://127.0.0.1:8101/x')).rejects.toBe(failure)
    expect(calls.permitted).toHaveBeenCalledWith({ origins: ['http://127.0.0.1/*'] })
  })

  it('asks nobody about an answer', async () => {
    vi.stubGlobal('fetch', async () => new Response('{}'))
    expect((await permittedFetch('https://api.hubapi.com/x')).status).toBe(200)
    expect(calls.permitted).not.toHaveBeenCalled()
  })
})
