import type { Handlers } from '@/lib/bus/server'

/** Handlers that are still being built: each call waits for them. */
export function deferred(handlers: Promise<Handlers>): Handlers {
  return new Proxy({} as Handlers, {
    get: (_, name) => async (request: never, caller: never) => ((await handlers)[name as keyof Handlers] as (request: never, caller: never) => Promise<unknown>)(request, caller),
  })
}
