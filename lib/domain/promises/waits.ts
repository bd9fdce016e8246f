import type { Finding } from '../finding'
import type { LedgerEvent } from '../ledger'
import { recordKey } from '../record-key'
import type { RequestAnswer } from '../request-answer'
import { findWithdrawn } from '../standing'

/** Something somebody waits for since `from`, and when it came. Of leads: what the time is counted from. Nothing says whose it was. */
export interface Wait { from: number; to?: number | undefined; by?: 'hand-over' | 'opened' | undefined }

/** A lead that was handed over. `followedUpAt`: first sales activity, where the CRM tells. */
export interface HandedOver { key: string; at: number; followedUpAt?: number | undefined }

/**
 * Sales' time: from the hand-over to the first verdict or touch; from the first opening where no hand-over is known. `personOf`
 * joins the records that are one person.
 */
export function salesWaits(events: readonly LedgerEvent[], handedOver: readonly HandedOver[], personOf: (key: string) => string = (key) => key): Map<string, Wait> {
  const waits = new Map<string, Wait>()
  for (const { key, at, followedUpAt } of handedOver) waits.set(personOf(key), { from: at, to: followedUpAt, by: 'hand-over' })
  for (const event of events) {
    if (event.type !== 'opened') continue
    const person = personOf(recordKey(event.ref))
    const known = waits.get(person)
    if (!known || (known.by === 'opened' && event.at < known.from)) waits.set(person, { from: event.at, by: 'opened' })
  }
  const withdrawn = findWithdrawn(events)
  const dropped = new Set(events.flatMap((event) => (event.type === 'send-outcome' && event.outcome === 'dropped' ? [event.sendId] : [])))
  for (const event of events) {
    const answers = (event.type === 'verdict' && !withdrawn.has(event.id)) || (event.type === 'send' && !dropped.has(event.id))
    const wait = answers ? waits.get(personOf(recordKey(event.ref))) : undefined
    if (wait && (wait.to === undefined || event.at < wait.to)) wait.to = event.at
  }
  return waits
}

/** Marketing's time to answer what was asked for; requests for the same are answered together. */
export function requestWaits(events: readonly LedgerEvent[], answers: readonly RequestAnswer[]): Wait[] {
  const answered = new Map(answers.flatMap(({ requestIds, updatedAt }) => requestIds.map((id) => [id, updatedAt] as const)))
  return events.flatMap((event) => (event.type === 'request' ? [{ from: event.at, to: answered.get(event.id) }] : []))
}

/** Marketing's time from noticing to deciding what to do. */
export function findingWaits(findings: readonly Finding[]): Wait[] {
  return findings.map(({ noticedAt, decidedAt, changedAt, measuredAt }) => ({ from: noticedAt, to: decidedAt ?? changedAt ?? measuredAt }))
}
