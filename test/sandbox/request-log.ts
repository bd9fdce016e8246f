import { matchesGlob } from './patterns.ts'
import type { LogFilter, LoggedRequest, RequestLog } from './types.ts'

const keptBodyLength = 200_000

export interface WritableRequestLog extends RequestLog {
  /** Notes an arrived request; the returned entry gets its status when the answer is known. */
  arrive(entry: Omit<LoggedRequest, 'id' | 'status' | 'faults'>): LoggedRequest
  refuseEgress(host: string): void
}

/** Keeps every request in order of arrival, for tests to assert on. */
export function createRequestLog(): WritableRequestLog {
  const entries: LoggedRequest[] = []
  const egress: string[] = []
  let lastId = 0
  const find = (filter: LogFilter): LoggedRequest[] => entries.filter((entry) => fits(entry, filter))

  return {
    entries,
    egress,
    find,
    count: (filter) => find(filter).length,
    clear() {
      entries.length = 0
      egress.length = 0
    },
    arrive(arrived) {
      const entry: LoggedRequest = { ...arrived, body: arrived.body.slice(0, keptBodyLength), id: ++lastId, faults: [] }
      entries.push(entry)
      return entry
    },
    refuseEgress(host) {
      egress.push(host)
    },
  }
}

function fits(entry: LoggedRequest, filter: LogFilter): boolean {
  return (
    (filter.service === undefined || filter.service === entry.service) &&
    (filter.method === undefined || filter.method === entry.method) &&
    (filter.host === undefined || filter.host === entry.host) &&
    (filter.path === undefined || matchesGlob(entry.path, filter.path))
  )
}
