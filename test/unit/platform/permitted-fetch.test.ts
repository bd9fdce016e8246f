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
