import * as z from 'zod/mini'

/**
 * Every failure a person can meet. Each kind has one sentence (`error.<kind>` in the catalogue) and one action
 * (`actionOf`). Anything that is none of these is a `bug`.
 */
export const errorKind = z.enum([
  'signed-out', 'forbidden', 'not-found', 'rate-limited', 'quota', 'offline', 'timeout', 'unavailable', 'bad-reply',
  'conflict', 'invalid', 'not-connected', 'no-permission', 'host-blocked', 'policy', 'no-consent', 'need-ticket', 'moved', 'covered',
  'wrong-user', 'wrong-org', 'converted', 'opted-out', 'not-sendable', 'not-set-up', 'version-retired', 'storage-full',
  'storage-broken', 'stale-extension', 'untrusted', 'cancelled', 'bug',
])
export type ErrorKind = z.infer<typeof errorKind>

export const errorAction = z.enum([
  'sign-in', 'connect', 'wait', 'retry', 'ask-admin', 'grant-access', 'reload-page', 'open-side-panel', 'finish-set-up',
  'open-data', 'none',
])
export type ErrorAction = z.infer<typeof errorAction>

/** How a failure crosses the bus and is stored: no stack, no address, no personal data. */
export const errorInfo = z.strictObject({
  kind: errorKind,
  /** The service's own words or the missing scope, field or host; redacted. */
  detail: z.optional(z.string()),
  /** Epoch milliseconds before which another try is pointless. */
  retryAt: z.optional(z.number()),
})
export type ErrorInfo = z.infer<typeof errorInfo>

/** The one error class the project throws on purpose. */
export class AppError extends Error {
  readonly kind: ErrorKind
  readonly detail: string | undefined
  readonly retryAt: number | undefined
  /** A write whose outcome is unknown: the service may have done it, so it is read before it is written again. */
  readonly unsure: boolean

  constructor(
    kind: ErrorKind,
    options: { detail?: string | undefined; retryAt?: number | undefined; unsure?: boolean | undefined; cause?: unknown } = {},
  ) {
    super(options.detail ? `${kind}: ${options.detail}` : kind, { cause: options.cause })
    this.name = 'AppError'
    this.kind = kind
    this.detail = options.detail
    this.retryAt = options.retryAt
    this.unsure = options.unsure ?? false
  }
}

/** Any thrown value as an `ErrorInfo`; unknown ones become `bug` with their message. */
export function toErrorInfo(thrown: unknown): ErrorInfo {
  if (thrown instanceof AppError) return { kind: thrown.kind, detail: thrown.detail, retryAt: thrown.retryAt }
  return { kind: 'bug', detail: thrown instanceof Error ? thrown.message : String(thrown) }
}

const actions: Record<ErrorKind, ErrorAction> = {
  'signed-out': 'sign-in', forbidden: 'ask-admin', 'not-found': 'none', 'rate-limited': 'wait', quota: 'wait',
  offline: 'retry', timeout: 'retry', unavailable: 'retry', 'bad-reply': 'retry', conflict: 'retry', invalid: 'none',
  'not-connected': 'connect', 'no-permission': 'grant-access', 'host-blocked': 'ask-admin', policy: 'ask-admin', 'no-consent': 'finish-set-up',
  'need-ticket': 'retry', moved: 'retry', covered: 'open-side-panel', 'wrong-user': 'sign-in', 'wrong-org': 'connect',
  converted: 'none', 'opted-out': 'none', 'not-sendable': 'none', 'not-set-up': 'ask-admin', 'version-retired': 'ask-admin',
  'storage-full': 'open-data', 'storage-broken': 'open-data', 'stale-extension': 'reload-page', untrusted: 'none',
  cancelled: 'none', bug: 'retry',
}

export function actionOf(kind: ErrorKind): ErrorAction {
  return actions[kind]
}

const passing: ReadonlySet<ErrorKind> = new Set(['rate-limited', 'quota', 'offline', 'timeout', 'unavailable', 'bad-reply', 'storage-full'])

/** Whether the same call may succeed later without anybody doing anything. */
export function heals(kind: ErrorKind): boolean {
  return passing.has(kind)
}
