import { expect, it, vi } from 'vitest'
import { createApi, type Runtime } from '@/entrypoints/crm-loader/api'

function createRuntime(sendMessage: Runtime['sendMessage'], id: string | undefined = 'leadside') {
  const listeners: ((signal: never) => void)[] = []
  const runtime = { id, sendMessage: vi.fn(sendMessage), getURL: (path: string) => `chrome-extension://leadside${path}`, onMessage: { addListener: (heard: (signal: never) => void) => void listeners.push(heard) } }
  return { runtime, api: createApi(() => runtime), say: (signal: unknown) => listeners.forEach((heard) => heard(signal as never)) }
}

it('sends the envelope and unwraps the reply', async () => {
  const { api, runtime } = createRuntime(async () => ({ ok: true, value: { ticket: 't' } }))
  expect(await api.ask('panel.ticket', {})).toEqual({ ticket: 't' })
  expect(runtime.sendMessage).toHaveBeenCalledExactlyOnceWith({ leadside: 1, name: 'panel.ticket', payload: {} })
})

it('gives nothing for a refusal, and does not insist', async () => {
  const { api, runtime } = createRuntime(async () => ({ ok: false, error: { kind: 'untrusted' } }))
  expect(await api.ask('panel.ticket', {})).toBeUndefined()
  expect(runtime.sendMessage).toHaveBeenCalledTimes(1)
})

it('F01 repeats once when the worker stopped in the middle of the call', async () => {
  const send = vi.fn().mockRejectedValueOnce(new Error('channel closed')).mockResolvedValue({ ok: true, value: null })
  const { api } = createRuntime(send)
  expect(await api.ask('record.left', {})).toBeNull()
  expect(send).toHaveBeenCalledTimes(2)
})

it('F08 asks nobody and hears nobody once the extension is gone', async () => {
  const { api, runtime, say } = createRuntime(async () => { throw new Error('Extension context invalidated.') })
  const heard = vi.fn()
  api.onSignal(heard)
  say({ leadside: 1, signal: 'close' })
  say({ signal: 'close' })
  say(undefined)
  expect(heard).toHaveBeenCalledTimes(1)
  runtime.id = undefined as unknown as string
  say({ leadside: 1, signal: 'close' })
  expect(heard).toHaveBeenCalledTimes(1)
  expect(api.isAlive()).toBe(false)
  expect(await api.ask('record.seen', {})).toBeUndefined()
  expect(runtime.sendMessage).not.toHaveBeenCalled()
})
