import * as fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createBus } from '@/lib/bus/client'
import { reply as replyShape, type Reply } from '@/lib/bus/message'
import { protocol } from '@/lib/bus/protocol'
import { createRateCap } from '@/lib/bus/rate-cap'
import { gestureNames, serve, type Handlers, type ServerDeps } from '@/lib/bus/server'
import type { Sender } from '@/lib/bus/trust'
import { AppError } from '@/lib/domain/errors'

const base = 'chrome-extension://leadsideid/'
const loader: Sender = { id: 'leadsideid', url: 'https://acme.lightning.force.com/', tab: { id: 7 }, frameId: 0 }
const framed: Sender = { id: 'leadsideid', url: `${base}sidepanel.html`, tab: { id: 7 }, frameId: 5, documentId: 'D' }
const desk: Sender = { id: 'leadsideid', url: `${base}options.html`, tab: { id: 9 }, frameId: 0 }
const sidePanel: Sender = { id: 'leadsideid', url: `${base}sidepanel.html` }

type Listener = Parameters<ServerDeps['onMessage']['addListener']>[0]

function createStage() {
  const listeners = new Set<Listener>()
  const bound = new Set<string>()
  const handlers: Record<string, ReturnType<typeof vi.fn>> = {}
  for (const name of Object.keys(protocol)) if (!gestureNames.some((gesture) => gesture === name)) handlers[name] = vi.fn(async () => null)
  const deps = {
    own: { id: 'leadsideid', base, isCrmPage: (url: string) => url.startsWith('https://acme.lightning.force.com/') },
    onMessage: { addListener: (listener: Listener) => void listeners.add(listener), removeListener: (listener: Listener) => void listeners.delete(listener) },
    frames: {
      spend: vi.fn(async (ticket: string, frame: { documentId: string }) => { if (ticket === 'good') bound.add(frame.documentId); return ticket === 'good' }),
      isBound: vi.fn(async (frame: { documentId: string }) => bound.has(frame.documentId)),
    },
    tellLoader: vi.fn(),
    rate: createRateCap(() => 0, 1000, 50),
    onBug: vi.fn(),
  } satisfies ServerDeps
  const stop = serve(handlers as unknown as Handlers, deps)
  /** Resolves to the reply, or to `dropped` when the listener keeps the channel closed. */
  function send(message: unknown, sender: Sender): Promise<Reply | 'dropped'> {
    return new Promise((resolve) => {
      const replies: Reply[] = []
      const kept = [...listeners].map((listener) => listener(message, sender, (answer) => { replies.push(answer); resolve(answer) }))
      if (!kept.includes(true)) resolve('dropped')
    })
  }
  const ask = (name: string, payload: unknown, sender: Sender) => send({ leadside: 1, name, payload }, sender)
  return { handlers, deps, send, ask, stop, bound, listeners }
}

const failed = (kind: string) => ({ ok: false, error: expect.objectContaining({ kind }) })

describe('serve', () => {
  let stage: ReturnType<typeof createStage>
  beforeEach(() => { stage = createStage() })

  it('answers a request with the handler\'s value and hands the caller over', async () => {
    const place = { side: 'left', top: 20, width: 400, open: true }
    expect(await stage.ask('dock.place', place, loader)).toEqual({ ok: true, value: null })
    expect(stage.handlers['dock.place']).toHaveBeenCalledExactlyOnceWith(place, { kind: 'loader', tabId: 7, url: loader.url })
  })

  it('S12 drops foreign senders before it looks at the payload', async () => {
    const payload = { get side() { throw new Error('looked') } }
    expect(await stage.ask('dock.place', payload, { ...loader, id: 'other' })).toBe('dropped')
    expect(await stage.ask('deliver', payload, { ...loader, url: 'https://example.com/' })).toBe('dropped')
  })

  it('S13 refuses a message meant for another audience', async () => {
    expect(await stage.ask('data.export', { part: 0 }, loader)).toEqual(failed('untrusted'))
    expect(await stage.ask('data.export', { part: 0 }, sidePanel)).toEqual(failed('untrusted'))
    expect(await stage.ask('record.seen', {}, desk)).toEqual(failed('untrusted'))
    expect(stage.handlers['data.export']).not.toHaveBeenCalled()
  })

  it.each([
    ['a garbage message', 'hello'], ['nothing', undefined], ['another version', { leadside: 2, name: 'record.seen', payload: {} }],
    ['more keys than ours', { leadside: 1, name: 'record.seen', payload: {}, extra: 1 }], ['a name too long', { leadside: 1, name: 'x'.repeat(61), payload: {} }],
    ['an unknown name', { leadside: 1, name: 'tokens.get', payload: {} }], ['a name from the prototype', { leadside: 1, name: 'constructor', payload: {} }],
    ['an unknown key', { leadside: 1, name: 'record.seen', payload: { url: 'https://evil.example' } }],
    ['a wrong type', { leadside: 1, name: 'dock.place', payload: { side: 'top', top: 1, width: 1, open: true } }],
  ])('S15 refuses %s with a typed reply', async (_, message) => {
    expect(await stage.send(message, loader)).toEqual(failed('invalid'))
    for (const handler of Object.values(stage.handlers)) expect(handler).not.toHaveBeenCalled()
  })

  it('S15 refuses what is too deep, even with a cycle in it', async () => {
    const cycle: Record<string, unknown> = {}
    cycle['self'] = [cycle, cycle]
    expect(await stage.ask('library.import', { importId: 'a', assets: [cycle], last: true }, desk)).toEqual(failed('invalid'))
  })

  it('S15 never throws and always gives one well-formed reply, whatever comes', async () => {
    const names = fc.constantFrom(...Object.keys(stage.handlers), 'nope', '__proto__')
    const messages = fc.oneof(fc.anything(), fc.record({ leadside: fc.constant(1), name: names, payload: fc.anything() }))
    await fc.assert(fc.asyncProperty(messages, fc.constantFrom(loader, framed, desk, sidePanel), async (message, sender) => {
      const fresh = createStage()
      const answer = await fresh.send(message, sender)
      expect(replyShape.safeParse(answer).success).toBe(true)
      fresh.stop()
    }), { numRuns: 300 })
  })

  it('S16 takes no address, host or field name from a content script', () => {
    const fields = Object.values(protocol).filter((shape) => shape.from === 'loader').flatMap((shape) => Object.keys(shape.request.shape))
    expect([...new Set(fields)].sort()).toEqual(['cause', 'clear', 'open', 'side', 'top', 'width'])
  })

  it('S18 gives a framed document nothing before it spent a ticket', async () => {
    expect(await stage.ask('playbook.get', {}, framed)).toEqual(failed('need-ticket'))
    expect(stage.deps.tellLoader).toHaveBeenLastCalledWith(7, 'need-ticket')
    expect(await stage.ask('panel.hello', { ticket: 'forged' }, framed)).toEqual(failed('need-ticket'))
    expect(await stage.ask('panel.hello', {}, framed)).toEqual(failed('need-ticket'))
    expect(stage.handlers['panel.hello']).not.toHaveBeenCalled()
    expect(stage.deps.frames.spend).toHaveBeenCalledTimes(1)
  })

  it('serves a framed document after its ticket, and no other document', async () => {
    stage.handlers['notice.dismiss']?.mockResolvedValue(null)
    await stage.ask('panel.hello', { ticket: 'good' }, framed)
    expect(stage.deps.tellLoader).toHaveBeenLastCalledWith(7, 'hello')
    expect(stage.handlers['panel.hello']).toHaveBeenCalledTimes(1)
    expect(await stage.ask('notice.dismiss', { id: 'n' }, framed)).toEqual({ ok: true, value: null })
    expect(await stage.ask('notice.dismiss', { id: 'n' }, { ...framed, documentId: 'E' })).toEqual(failed('need-ticket'))
  })

  it('S19 lets nothing out that the protocol does not name', async () => {
    stage.handlers['panel.ticket']?.mockResolvedValue({ ticket: 't', accessToken: 'secret' })
    expect(await stage.ask('panel.ticket', {}, loader)).toEqual(failed('bug'))
    expect(stage.deps.onBug).toHaveBeenCalledTimes(1)
  })

  it('turns every failure into its kind', async () => {
    stage.handlers['record.seen']?.mockRejectedValueOnce(new AppError('rate-limited', { detail: 'd', retryAt: 5 }))
    expect(await stage.ask('record.seen', {}, loader)).toEqual({ ok: false, error: { kind: 'rate-limited', detail: 'd', retryAt: 5 } })
    expect(stage.deps.onBug).not.toHaveBeenCalled()
    stage.handlers['record.seen']?.mockImplementationOnce(() => { throw new TypeError('oops') })
    expect(await stage.ask('record.seen', {}, loader)).toEqual(failed('bug'))
    expect(stage.deps.onBug).toHaveBeenCalledWith('record.seen', expect.any(TypeError))
  })

  it('S20 caps each tab by itself', async () => {
    const flooded = createStage()
    const answers = await Promise.all(Array.from({ length: 10_000 }, () => flooded.ask('record.left', {}, loader)))
    expect(answers.filter((answer) => answer !== 'dropped' && answer.ok)).toHaveLength(1000)
    expect(answers.at(-1)).toEqual(failed('rate-limited'))
    expect(await flooded.ask('record.left', {}, { ...loader, tab: { id: 8 } })).toEqual({ ok: true, value: null })
  })

  it('leaves messages that need the live gesture to their own listener', async () => {
    expect(await stage.ask('sidepanel.open', {}, loader)).toBe('dropped')
    expect(await stage.ask('panel.open-side-panel', {}, framed)).toBe('dropped')
  })

  it('stops listening on undo', () => {
    stage.stop()
    expect(stage.listeners.size).toBe(0)
  })

  it('speaks with the client', async () => {
    stage.handlers['outbox.list']?.mockResolvedValue([])
    const bus = createBus(protocol, (message) => stage.send(message, desk), () => () => {})
    expect(await bus.ask('outbox.list', {})).toEqual([])
    stage.handlers['outbox.list']?.mockRejectedValue(new AppError('storage-broken'))
    await expect(bus.ask('outbox.list', {})).rejects.toMatchObject({ kind: 'storage-broken' })
  })
})
