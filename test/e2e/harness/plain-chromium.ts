import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Sandbox } from '../../sandbox/server.ts'
import { chromiumFlags } from './chromium.ts'
import { waitFor } from './wait.ts'

interface Target { targetId: string; type: string; url: string }
type Send = (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>

/** Chromium with the extension whose tabs know by themselves whether they are seen: the usual automation tells every tab that it is. */
export interface PlainChromium {
  /** Opens a tab, seen or behind the others. */
  open(url: string, background?: boolean): Promise<string>
  /** Brings a tab to the front. */
  show(tab: string): Promise<void>
  /** Documents whose address holds this text. */
  targets(type: 'page' | 'iframe', part: string): Promise<string[]>
  evaluate<T>(target: string, code: string): Promise<T>
  /** Bytes of script objects after a collection, in all documents that share this one's process. */
  heap(target: string): Promise<number>
  desk(): Promise<{ view: { evaluate<T>(code: string): Promise<T> }; close(): Promise<void> }>
  close(): Promise<void>
}

export async function launchPlainChromium(sandbox: Sandbox, { extension, executablePath }: { extension: string; executablePath: string }): Promise<PlainChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'leadside-plain-'))
  const child = spawn(executablePath, [...chromiumFlags(sandbox, extension), '--headless=new', '--window-size=1360,860', `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((resolve) => { child.once('exit', () => resolve()) })
  const { send, hangUp } = await connect(await addressOf(child.stderr))
  const sessions = new Map<string, Promise<string>>()
  const sessionOf = (targetId: string) => {
    const known = sessions.get(targetId) ?? send('Target.attachToTarget', { targetId, flatten: true }).then(({ sessionId }) => String(sessionId))
    sessions.set(targetId, known)
    return known
  }
  const all = async () => (await send('Target.getTargets'))['targetInfos'] as Target[]
  const evaluate = async <T>(target: string, expression: string): Promise<T> => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, await sessionOf(target))
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
    return (result as { value: T }).value
  }
  const open = async (url: string, background = false) => String((await send('Target.createTarget', { url, background }))['targetId'])
  const worker = await waitFor(async () => (await all()).find(({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension:')), 'the background')

  return {
    open, evaluate,
    show: async (tab) => void await send('Target.activateTarget', { targetId: tab }),
    targets: async (type, part) => (await all()).filter((target) => target.type === type && target.url.includes(part)).map(({ targetId }) => targetId),
    async heap(target) {
      const session = await sessionOf(target)
      await send('HeapProfiler.collectGarbage', {}, session)
      return Number((await send('Runtime.getHeapUsage', {}, session))['usedSize'])
    },
    async desk() {
      const tab = await open(`chrome-extension://${new URL(worker.url).host}/options.html`)
      await waitFor(() => evaluate<boolean>(tab, `typeof globalThis.chrome?.runtime?.sendMessage === 'function' && document.readyState === 'complete'`).catch(() => false), 'the desk')
      return {
        view: { evaluate: (code) => evaluate(tab, code) },
        // Answered before it is done: a tab opened meanwhile would stand beside the closing one, and be the one shown after it.
        async close() {
          await send('Target.closeTarget', { targetId: tab })
          await waitFor(async () => (await all()).every(({ targetId }) => targetId !== tab), 'the desk to be gone')
        },
      }
    },
    async close() {
      await send('Browser.close').catch(() => undefined)
      hangUp()
      await ended
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** The address of the browser's protocol, as it says it when it starts. */
async function addressOf(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address) return address
  }
  throw new Error('Chromium ended before it listened')
}

async function connect(address: string): Promise<{ send: Send; hangUp(): void }> {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  const waiting = new Map<number, { resolve(result: Record<string, unknown>): void; reject(error: Error): void }>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as { id?: number; result?: Record<string, unknown>; error?: { message: string } }
    const call = id === undefined ? undefined : waiting.get(id)
    if (id === undefined || !call) return
    waiting.delete(id)
    if (error) call.reject(new Error(error.message))
    else call.resolve(result ?? {})
  })
  let count = 0
  return {
    send: (method, params = {}, sessionId) => new Promise((resolve, reject) => {
      count += 1
      waiting.set(count, { resolve, reject })
      socket.send(JSON.stringify({ id: count, method, params, ...(sessionId ? { sessionId } : {}) }))
    }),
    hangUp: () => socket.close(),
  }
}
