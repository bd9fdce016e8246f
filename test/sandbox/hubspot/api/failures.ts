import type { Failure, Switches } from '../switches.ts'
import { matchesGlob } from '../../patterns.ts'
import { HubspotError, rateLimited } from '../errors.ts'

const migrationSeconds = '3600'

/** The answer a `failures` switch gives this request, if any; a switch with a count is used up by it. */
export function switchedFailure(request: Request, switches: Switches): Response | HubspotError | undefined {
  const { pathname } = new URL(request.url)
  const failure = switches.failures.find(
    ({ method, path, count }) =>
      (count ?? 1) > 0 && (method === undefined || method.toUpperCase() === request.method) && (path === undefined || matchesGlob(pathname, path)),
  )
  if (failure === undefined) return undefined
  if (failure.count !== undefined) failure.count -= 1
  return failureAnswer(failure.status)
}

/** What HubSpot answers with a status of its own trouble. */
export function failureAnswer(status: Failure['status']): Response | HubspotError {
  switch (status) {
    case 423:
      return new HubspotError(423, { message: 'Locked' })
    case 429:
      return rateLimited('TEN_SECONDLY_ROLLING')
    case 477:
      return new HubspotError(477, { message: 'Migration in progress' }, { 'retry-after': migrationSeconds })
    case 500:
      return new HubspotError(500, { message: 'internal error' })
    default:
      return status < 500 ? new HubspotError(status, { message: `status ${status}` }) : edgeError(status)
  }
}

/** 502 to 524 come from the network in front of HubSpot, as HTML. */
function edgeError(status: number): Response {
  const names: Record<number, string> = {
    502: 'Bad Gateway',
    503: 'Service Temporarily Unavailable',
    504: 'Gateway Timeout',
    521: 'Web server is down',
    522: 'Connection timed out',
    523: 'Origin is unreachable',
    524: 'A timeout occurred',
  }
  const title = `${status} ${names[status] ?? 'Error'}`
  return new Response(
    `<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center><hr><center>cloudflare</center></body></html>`,
    {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    },
  )
}
