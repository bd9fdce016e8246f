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

/** `find` is called when it is first needed: the browser builds its interface then, which costs more than all else the loader does. */
export function createApi(find: () => Runtime | undefined): Api {
  const isAlive = () => find()?.id !== undefined
  return {
    isAlive,
    async ask<N extends Name>(name: N, payload: Request<N>) {
      // A worker stopped in the middle of a call ends the channel; one repeat wakes it.
      for (let tries = 2; tries && isAlive(); tries -= 1) {
        const reply = await send(find(), { leadside: 1, name, payload })
        if (reply) return reply.ok ? (reply.value as Response<N>) : undefined
      }
      return undefined
    },
    onSignal(heard) {
      find()?.onMessage.addListener((signal) => {
        if (signal?.leadside === 1 && isAlive()) heard(signal)
      })
    },
    url: (path) => find()?.getURL(path) ?? '',
  }
}

async function send(runtime: Runtime | undefined, message: object): Promise<Reply | undefined> {
  try {
    return (await runtime?.sendMessage(message)) as Reply | undefined
  } catch {
    return undefined
  }
}
