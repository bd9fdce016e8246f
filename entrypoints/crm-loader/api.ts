import type { LoaderSignal } from '@/lib/bus/protocol/loader'
import type { Request, Response } from '@/lib/bus/protocol'

type LoaderMessage = 'record.seen' | 'record.left' | 'panel.ticket' | 'dock.place' | 'dock.seen' | 'sidepanel.open'
interface Runtime {
  id?: string
  getURL(path: string): string
  sendMessage(message: object): Promise<{ ok: boolean; value: unknown } | undefined>
  onMessage: { addListener(heard: (signal: LoaderSignal) => void): void }
}

const { runtime } = (globalThis as unknown as { browser?: { runtime: Runtime }; chrome: { runtime: Runtime } }).browser?.runtime?.id
  ? (globalThis as unknown as { browser: { runtime: Runtime } }).browser
  : (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome

/** Whether the extension that started us is still there; after an update it is not, and every call would throw. */
export function isAlive(): boolean {
  try {
    return runtime?.id !== undefined
  } catch {
    return false
  }
}

/** Asks the background; undefined where it refused or is gone. */
export async function ask<N extends LoaderMessage>(name: N, payload: Request<N>): Promise<Response<N> | undefined> {
  try {
    const reply = await runtime.sendMessage({ leadside: 1, name, payload })
    return reply?.ok ? (reply.value as Response<N>) : undefined
  } catch {
    return undefined
  }
}

export function onSignal(heard: (signal: LoaderSignal) => void): void {
  runtime.onMessage.addListener((signal) => {
    if (signal?.leadside === 1 && isAlive()) heard(signal)
  })
}

export function panelUrl(ticket: string): string {
  return `${runtime.getURL('sidepanel.html')}#${ticket}`
}

export function dockUrl(): string {
  return runtime.getURL('crm-dock.js')
}
