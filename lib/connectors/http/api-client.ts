import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { createGate } from './gate'
import { expectOwnUrl, expectSafeOrigin } from './origin'
import { pauseBeforeRetry } from './retry'
import { sendOnce } from './send-once'
import { createSingleFlight } from './single-flight'
import type { ApiCall, ApiClient, ApiClientDeps, Reply } from './types'

/**
 * The only way a connector reaches the network: bound to one origin, without cookies, redirects or referrer, bounded in
 * time, size and repetition. Keep one client per origin and user, because it remembers rate limits and failures.
 * @throws AppError `untrusted` for an origin that is neither https nor on this machine
 */
export function createApiClient(deps: ApiClientDeps): ApiClient {
  const origin = expectSafeOrigin(deps.origin)
  const gate = createGate(deps.clock)
  const renewal = createSingleFlight<string>()

  async function attempt(url: URL, call: ApiCall, token: string | undefined): Promise<Reply> {
    gate.pass()
    try {
      const reply = await sendOnce(deps, url, call, token)
      gate.succeeded()
      return reply
    } catch (error) {
      throw error instanceof AppError ? gate.failed(error) : error
    }
  }

  async function signed(url: URL, call: ApiCall): Promise<Reply> {
    const token = await deps.token?.()
    try {
      return await attempt(url, call, token)
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'signed-out' || token === undefined || !deps.refresh) throw error
      return attempt(url, call, await renewed(token))
    }
  }

  /** Another call may have renewed the token while ours was on its way: then that one is used. */
  async function renewed(stale: string): Promise<string> {
    const { token, refresh } = deps
    if (!token || !refresh) throw new AppError('signed-out')
    const current = await token()
    return current === stale ? renewal(stale, () => refresh(stale)) : current
  }

  async function reply(call: ApiCall): Promise<Reply> {
    const url = expectOwnUrl(origin, call.path)
    const repeatable = call.repeatable ?? (call.method ?? 'GET') === 'GET'
    const startedAt = deps.clock.now()
    let unsure = false
    for (let index = 0; ; index += 1) {
      try {
        return await signed(url, call)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        unsure ||= error.unsure
        const pause = pauseBeforeRetry({ error, index, repeatable, startedAt, now: deps.clock.now(), random: deps.chance.random() })
        if (pause === undefined) throw unsure === error.unsure ? error : doubted(error)
        await deps.clock.sleep(pause, call.signal).catch(() => undefined)
        if (call.signal?.aborted) throw new AppError('cancelled', { unsure })
      }
    }
  }

  return {
    reply,
    insist: gate.insist,
    async send({ schema, ...call }) {
      const { body } = await reply(call)
      const parsed = z.safeParse(schema, body)
      if (parsed.success) return parsed.data
      throw new AppError('bad-reply', { detail: issuePath(parsed.error), unsure: (call.method ?? 'GET') !== 'GET' })
    },
  }
}

/** The last try was refused, but an earlier one may have been received. */
function doubted({ kind, detail, retryAt }: AppError): AppError {
  return new AppError(kind, { detail, retryAt, unsure: true })
}

/** Where the body is not as agreed; the values stay out of it. */
function issuePath(error: z.core.$ZodError): string {
  return error.issues[0]?.path.map(String).join('.') || 'body'
}
