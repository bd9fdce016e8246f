import * as z from 'zod/mini'
import { verdictValue, type VerdictEvent } from '@/lib/domain/ledger'
import type { Delivery } from '@/lib/domain/ports'
import type { StandingVerdict } from '@/lib/domain/snapshot'

/** The last line of everything written here: whose event it is, so that a repeated delivery finds it. */
export function markerOf(task: Delivery['task'], eventId: string): string {
  return `leadside:${task}:${eventId}`
}

/** The marker of a verdict also says which, so that a note that had to stand alone can be read back. */
export function verdictMarker({ id, verdict, reason, until }: VerdictEvent): string {
  return [markerOf('verdict', id), verdict, encodeURIComponent(reason ?? ''), until ?? ''].join(':')
}

export function carries(body: string, task: Delivery['task'], eventId: string): boolean {
  return body.includes(markerOf(task, eventId))
}

const verdictLine = /leadside:verdict:([0-9a-f-]{36}):([a-z_]+):([\w.%~!'()*-]*):([\d-]*)/

/** @param at when the note was written, epoch milliseconds */
export function readVerdictMarker(body: string, at: number): StandingVerdict | undefined {
  const [, eventId, value, reason, until] = verdictLine.exec(body) ?? []
  const verdict = z.safeParse(verdictValue, value)
  if (!verdict.success) return undefined
  return { eventId, at, verdict: verdict.data, reason: decoded(reason), until: until || undefined }
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text ? decodeURIComponent(text) : undefined
  } catch {
    return undefined
  }
}
