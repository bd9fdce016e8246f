/**
 * The contract between the sandbox's core (server, faults, log, control) and a stand-in CRM.
 * A CRM is an in-memory HTTP service: it gets a web `Request` and answers with a `Response`.
 */

/** Milliseconds since 1970 UTC. Seeds are laid out relative to it; writes are stamped with it. */
export type Clock = () => number

/** What every stand-in CRM is built with: `createXSandbox(deps)`. */
export interface CrmDeps {
  clock: Clock
}

/** Refusals the fault rules can ask for; each CRM words them as the real service does. */
export type RefusalKind = 'unauthorized' | 'rate-limited' | 'server-error' | 'unavailable'

export interface SandboxCrm {
  /** Short name for the log and the control API, for example `salesforce`. */
  readonly name: string
  /** Host names served, exact or `*.suffix`; used for certificates, browser host mapping and the proxy. */
  readonly hostPatterns: readonly string[]
  /** Whether this CRM answers for a host (lower case, without port). */
  hosts(host: string): boolean
  /** Answers one request. Must not throw: an exception is a bug of the sandbox and becomes a 500 with its stack. */
  fetch(request: Request): Promise<Response>
  /** The documented body and status of a refusal, for fault rules that inject one. */
  refuse(kind: RefusalKind, request: Request): Response
  /** Back to the seed: data, tokens, switches. */
  reset(): void
  /** Everything written and every switch, as JSON, for the control API. */
  snapshot(): unknown
  /** Sets switches from JSON, for the control API; throws on an unknown switch. */
  configure(switches: Record<string, unknown>): void
}

/** One request as it arrived, with how it ended. */
export interface LoggedRequest {
  id: number
  at: number
  /** CRM name, `website`, `mail`, `control`, or `none` for a host nobody serves. */
  service: string
  method: string
  host: string
  path: string
  /** Query string including `?`, or empty. */
  search: string
  headers: Record<string, string>
  body: string
  /** Set when the answer is known; a reset connection has none. */
  status?: number | undefined
  /** Ids of the fault rules that took part. */
  faults: readonly string[]
}

/** Picks logged requests; every given part must match. `path` may hold `*`. */
export interface LogFilter {
  service?: string | undefined
  method?: string | undefined
  host?: string | undefined
  path?: string | undefined
}

export interface RequestLog {
  readonly entries: readonly LoggedRequest[]
  /** Hosts that something tried to reach through the proxy and that nobody serves. */
  readonly egress: readonly string[]
  find(filter: LogFilter): LoggedRequest[]
  count(filter: LogFilter): number
  clear(): void
}

/** What a fault rule does to a request it takes. */
export type FaultEffect =
  /** Waits, then goes on. */
  | { kind: 'delay'; ms: number }
  /** Stops until `release`, before the CRM sees the request or after it has done its work. */
  | { kind: 'hold'; moment: 'before' | 'after' }
  /** Answers in the CRM's place; nothing is written. */
  | { kind: 'respond'; status: number; body?: string | undefined; headers?: Record<string, string> | undefined }
  /** Captive portal: 200 with HTML; nothing is written. */
  | { kind: 'html' }
  /** The CRM's own refusal; nothing is written. */
  | { kind: 'unauthorized' }
  | { kind: 'server-error' }
  | { kind: 'unavailable' }
  /** `Retry-After` as given; `date` is 2 s ahead, `absurd` one year, `none` leaves the header out. */
  | { kind: 'rate-limited'; retryAfter: { seconds: number } | 'date' | 'none' | 'absurd' }
  /** The CRM does its work; its JSON answer is damaged on the way. */
  | { kind: 'truncate' }
  | { kind: 'wrong-type' }
  | { kind: 'huge'; bytes?: number | undefined }
  | { kind: 'bom' }
  | { kind: 'null' }
  /** The connection dies before the CRM sees the request. */
  | { kind: 'reset-before' }
  /** The CRM commits, then the connection dies: the answer is lost. */
  | { kind: 'reset-after' }

/** Which requests a fault takes, how often, and what it does. Plain JSON, so that another process can set it. */
export interface FaultRule {
  effect: FaultEffect
  /** Exact host or `*.suffix`; every host when left out. */
  host?: string | undefined
  /** Path with optional `*`; matched against path plus query; every path when left out. */
  path?: string | undefined
  method?: string | undefined
  /** Matching requests to let pass first. */
  skip?: number | undefined
  /** Requests to take before the rule is spent; for ever when left out. */
  count?: number | undefined
  /** 0 to 1: the share of matching requests taken, drawn from `seed`. */
  probability?: number | undefined
  seed?: number | undefined
}

export interface Faults {
  /** Adds a rule and gives its id. Rules are tried in the order they were added; all that match take part. */
  add(rule: FaultRule): string
  remove(id: string): void
  clear(): void
  /** Lets held requests go on: those of one rule, or all. */
  release(id?: string): void
  /** How many requests are held right now. */
  held(id?: string): number
  list(): { id: string; rule: FaultRule; taken: number }[]
}
