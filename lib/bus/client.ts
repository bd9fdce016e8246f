import { AppError, type ErrorInfo } from '@/lib/domain/errors'
import { reply, type MessageShape } from './message'
import type { MessageName, Request, Response } from './protocol'

/** The transport: `runtime.sendMessage` in the extension, a direct call in tests and previews. */
export type Transport = (message: { leadside: 1; name: string; payload: unknown }) => Promise<unknown>

/** What components get: asks the background, and hears what changed. `Names`: the messages whose answers it can read. */
export interface Bus<Names extends MessageName = MessageName> {
  /** @throws AppError with the kind the background gave; `stale-extension` when there is no background any more. */
  ask<N extends Names>(name: N, payload: Request<N>): Promise<Response<N>>
  /** Calls back with every signal; returns the undo. */
  listen(heard: (signal: unknown) => void): () => void
}

/** @param shapes of the messages this side sends */
export function createBus<Names extends MessageName>(shapes: Readonly<Record<Names, MessageShape>>, transport: Transport, listen: Bus['listen']): Bus<Names> {
  return {
    async ask<N extends Names>(name: N, payload: Request<N>): Promise<Response<N>> {
      const answer = reply.safeParse(await send(transport, name, payload))
      if (!answer.success) throw new AppError('stale-extension')
      if (!answer.data.ok) throw fromInfo(answer.data.error)
      const parsed = shapes[name].response.safeParse(answer.data.value)
      if (!parsed.success) throw new AppError('bug', { detail: `${name}: the answer has another shape` })
      return parsed.data as Response<N>
    },
    listen,
  }
}

/** How long to wait before each repeat, milliseconds: a background that is just being stopped refuses until it is gone. */
const repeatsMs = [0, 100, 500]

/** A worker stopped in the middle of a call ends the channel; a repeat wakes it. Writes carry their event id, so a repeat is harmless. */
async function send(transport: Transport, name: string, payload: unknown): Promise<unknown> {
  const message = { leadside: 1 as const, name, payload }
  for (let repeat = 0; ; repeat += 1) {
    try {
      const answer = await transport(message)
      if (answer !== undefined) return answer
    } catch (cause) {
      if (/context invalidated/i.test(String(cause)) || repeat === repeatsMs.length) throw new AppError('stale-extension', { cause })
    }
    if (repeat === repeatsMs.length) return undefined
    await new Promise((resolve) => setTimeout(resolve, repeatsMs[repeat]))
  }
}

function fromInfo(info: ErrorInfo): AppError {
  return new AppError(info.kind, { detail: info.detail, retryAt: info.retryAt })
}
