import type { Reply } from '@/lib/bus/message'
import type { Request, Response } from '@/lib/bus/protocol'
import type { LoaderSignal, loaderMessages } from '@/lib/bus/protocol/loader'

type Name = keyof typeof loaderMessages

/** What the loader uses of `runtime`. `id` is gone once the extension was updated, disabled or removed. */
export interface Runtime {
  readonly id?: string | undefined
  getURL(path: string): string
  sendMessage(message: object): Promise<unknown>
  onMessage: { addListener(heard: (signal: LoaderSignal) => void): void }
}

/** The loader's end of the bus, without schemas: it talks to nobody but its own background. */
export interface Api {
  isAlive(): boolean
  /** `undefined` where the background refused, failed or is gone. */
  ask<N extends Name>(name: N, payload: Request<N>): Promise<Response<N> | undefined>
  onSignal(heard: (signal: LoaderSignal) => void): void
  url(path: string): string
}

export function createApi(runtime: Runtime): Api {
  const isAlive = () => runtime.id !== undefined
  return {
    isAlive,
    async ask<N extends Name>(name: N, payload: Request<N>) {
      // A worker stopped in the middle of a call ends the channel; one repeat wakes it.
      for (let tries = 2; tries && isAlive(); tries -= 1) {
        const reply = await send(runtime, { leadside: 1, name, payload })
        if (reply) return reply.ok ? (reply.value as Response<N>) : undefined
      }
      return undefined
    },
    onSignal(heard) {
      runtime.onMessage.addListener((signal) => {
        if (signal?.leadside === 1 && isAlive()) heard(signal)
      })
    },
    url: (path) => runtime.getURL(path),
  }
}

async function send(runtime: Runtime, message: object): Promise<Reply | undefined> {
  try {
    return (await runtime.sendMessage(message)) as Reply | undefined
  } catch {
    return undefined
  }
}
