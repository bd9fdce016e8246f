import type * as z from 'zod/mini'
import type { ErrorInfo } from '@/lib/domain/errors'
import type { Chance, Clock } from '@/lib/domain/ports'

/** One answer, its body already bounded and parsed as JSON; `undefined` where there is none. A refusal that is no JSON keeps its text. */
export interface Reply {
  status: number
  headers: Headers
  body: unknown
}

export interface ApiClientDeps {
  /** The one origin this client talks to, and the only one that ever sees its token. */
  origin: string
  fetch: typeof fetch
  clock: Clock
  chance: Pick<Chance, 'random'>
  /** The token to send; without it requests go out unsigned. Throws `not-connected` or `signed-out` where there is none. */
  token?: (() => Promise<string>) | undefined
  /** Renews the token after a 401, or throws `signed-out`. Concurrent callers share one renewal. Absent: a 401 is final. */
  refresh?: ((stale: string) => Promise<string>) | undefined
  /** Sent with every request. */
  headers?: Record<string, string> | undefined
  /** The service's own reading of a refusal; `undefined` leaves it to the HTTP status. Only `signed-out` leads to a renewal. */
  explain?: ((reply: Reply) => ErrorInfo | undefined) | undefined
  /** Sees every answer, for example to read a budget from its headers. */
  observe?: ((reply: Pick<Reply, 'status' | 'headers'>) => void) | undefined
  /** Milliseconds until a request is given up, body included. */
  timeoutMs?: number | undefined
  /** Largest body accepted. */
  maxBytes?: number | undefined
}

export interface ApiCall {
  /** Path and query on the client's origin, starting with one slash. */
  path: string
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | undefined
  json?: unknown
  form?: Record<string, string> | undefined
  headers?: Record<string, string> | undefined
  /** Doing it twice is the same as once. Default: true for GET, false for everything else. */
  repeatable?: boolean | undefined
  signal?: AbortSignal | undefined
  /** Statuses beside 2xx that are an answer and no failure. */
  accept?: readonly number[] | undefined
}

export interface ApiClient {
  /**
   * Sends, repeats what may be repeated, and resolves to the parsed body.
   * @throws AppError; `unsure` is set where a write may have been received.
   */
  send<T>(call: ApiCall & { schema: z.core.$ZodType<T> }): Promise<T>
  /** The same without a schema, for callers to whom the status is the answer. */
  reply(call: ApiCall): Promise<Reply>
  /** A person asks for what comes next: one call goes out although the service failed and is left alone, every few seconds at most. */
  insist(): void
}
