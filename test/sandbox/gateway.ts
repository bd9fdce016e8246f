import { damaged, portalAnswer, withRetryAfter } from './fault-effects.ts'
import type { FaultBook, TakenFault } from './faults.ts'
import type { WritableRequestLog } from './request-log.ts'
import type { Clock, RefusalKind } from './types.ts'

/** A host the gateway can reach: a CRM, the prospect website, web mail, the control API. */
export interface Service {
  name: string
  hosts(host: string): boolean
  fetch(request: Request): Promise<Response>
  refuse?(kind: RefusalKind, request: Request): Response
}

/** `reset` means: drop the connection without an answer. */
export type Outcome = Response | 'reset'

export interface GatewayDeps {
  services: readonly Service[]
  faults: FaultBook
  log: WritableRequestLog
  clock: Clock
}

/** Routes a request to the service of its host, logs it, and applies the fault rules around it. */
export function createGateway({ services, faults, log, clock }: GatewayDeps): (request: Request) => Promise<Outcome> {
  return async (incoming) => {
    const url = new URL(incoming.url)
    const service = services.find((candidate) => candidate.hosts(url.hostname))
    const { request, body } = await buffered(incoming)
    const entry = log.arrive({
      at: clock(),
      service: service?.name ?? 'none',
      method: request.method,
      host: url.hostname,
      path: url.pathname,
      search: url.search,
      headers: Object.fromEntries(request.headers),
      body,
    })
    if (service === undefined) {
      log.refuseEgress(url.hostname)
      entry.status = 421
      return new Response(`No service for ${url.hostname} in the sandbox`, { status: 421 })
    }
    // The control API is how faults are lifted, so no fault may strike it.
    const taken = service.name === 'control' ? [] : faults.take(request)
    entry.faults = taken.map((fault) => fault.id)
    const outcome = await answered(service, request, taken, clock)
    if (outcome !== 'reset') entry.status = outcome.status
    return outcome
  }
}

async function answered(service: Service, request: Request, taken: readonly TakenFault[], clock: Clock): Promise<Outcome> {
  for (const fault of taken) {
    const early = await before(fault, service, request, clock)
    if (early !== undefined) return early
  }
  let answer = await served(service, request)
  for (const fault of taken) {
    if (fault.effect.kind === 'reset-after') return 'reset'
    if (fault.effect.kind === 'hold' && fault.effect.moment === 'after') await fault.held()
    answer = await damaged(answer, fault.effect)
  }
  return answer
}

async function before(fault: TakenFault, service: Service, request: Request, clock: Clock): Promise<Outcome | undefined> {
  const { effect } = fault
  switch (effect.kind) {
    case 'delay':
      await new Promise((resume) => setTimeout(resume, effect.ms))
      return undefined
    case 'hold':
      if (effect.moment === 'before') await fault.held()
      return undefined
    case 'respond':
      return new Response(effect.body ?? '', { status: effect.status, headers: effect.headers ?? { 'content-type': 'text/plain' } })
    case 'html':
      return portalAnswer()
    case 'unauthorized':
    case 'server-error':
    case 'unavailable':
      return refusal(service, effect.kind, request)
    case 'rate-limited':
      return withRetryAfter(refusal(service, effect.kind, request), effect, clock())
    case 'reset-before':
      return 'reset'
    default:
      return undefined
  }
}

function refusal(service: Service, kind: RefusalKind, request: Request): Response {
  const statuses: Record<RefusalKind, number> = { unauthorized: 401, 'rate-limited': 429, 'server-error': 500, unavailable: 503 }
  return service.refuse?.(kind, request) ?? new Response(kind, { status: statuses[kind] })
}

async function served(service: Service, request: Request): Promise<Response> {
  try {
    return await service.fetch(request)
  } catch (error) {
    const stack = error instanceof Error ? error.stack : String(error)
    console.error(`sandbox bug in ${service.name}: ${request.method} ${request.url}\n${stack}`)
    return new Response(`Sandbox bug: ${stack}`, { status: 500, headers: { 'content-type': 'text/plain' } })
  }
}

async function buffered(incoming: Request): Promise<{ request: Request; body: string }> {
  if (incoming.method === 'GET' || incoming.method === 'HEAD') return { request: incoming, body: '' }
  const body = await incoming.text()
  const { url, method, headers } = incoming
  return { request: new Request(url, { method, headers, body: body === '' ? null : body }), body }
}
