import type { FlushReport, OutboxFlusher } from '@/lib/app/flush-outbox'
import { AppError } from '@/lib/domain/errors'

export interface Consent { given(): Promise<boolean> }

const resting: FlushReport = { ran: false, delivered: 0, failed: 0 }

/** The flusher while consent is given; once it was withdrawn nothing travels, and nothing wakes up for it. */
export function flushConsented({ flush, flushOnline }: OutboxFlusher, consent: Consent): OutboxFlusher {
  return {
    flush: async () => ((await consent.given()) ? flush() : resting),
    flushOnline: async () => ((await consent.given()) ? flushOnline() : resting),
  }
}

/**
 * The last door to CRMs and hub: what may be done without consent, as looking for a person in what is kept here, asks nobody else.
 * @throws AppError `no-consent`
 */
export function fetchConsented(fetch: typeof globalThis.fetch, consent: Consent): typeof globalThis.fetch {
  return async (input, init) => {
    if (!(await consent.given())) throw new AppError('no-consent')
    return fetch(input, init)
  }
}
