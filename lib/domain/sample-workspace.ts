import * as z from 'zod/mini'
import { ledgerEvent, type LedgerEvent } from './ledger'
import type { RecordRef } from './record-ref'
import { snapshot, type Snapshot } from './snapshot'

/** Orgs of the sample people; no CRM has them, so nothing about them is ever read from or written to one. */
export const sampleOrgs = { salesforce: 'samples.my.salesforce.com', hubspot: '1000001' } as const

export function isSample(ref: Pick<RecordRef, 'crm' | 'org'>): boolean {
  return sampleOrgs[ref.crm] === ref.org
}

/** Sample people and the verdicts on them, with times as of `asOf`; loading moves them to now, so that samples never age. */
export const sampleWorkspace = z.strictObject({ asOf: z.number(), snapshots: z.array(snapshot), events: z.array(ledgerEvent) })
export type SampleWorkspace = z.infer<typeof sampleWorkspace>

/** The workspace as of `now` (epoch milliseconds): every moment and every day moved by the same span. */
export function asOfNow(workspace: SampleWorkspace, now: number): { snapshots: Snapshot[]; events: LedgerEvent[] } {
  const by = now - workspace.asOf
  const day = (text: string | undefined) => text && new Date(Date.parse(text) + by).toISOString().slice(0, 10)
  return {
    snapshots: workspace.snapshots.map((one) => ({
      ...one,
      readAt: now,
      person: { ...one.person, ...(one.person.createdAt === undefined ? {} : { createdAt: one.person.createdAt + by }) },
      touches: one.touches.map((touch) => ({ ...touch, at: touch.at + by, signals: { ...touch.signals, ...(touch.signals.deliveredAt === undefined ? {} : { deliveredAt: touch.signals.deliveredAt + by }) } })),
      verdicts: one.verdicts.map((verdict) => ({ ...verdict, at: verdict.at + by, until: day(verdict.until) })),
      mails: one.mails.map((mail) => ({ ...mail, at: mail.at + by })),
    })),
    events: workspace.events.map((event) =>
      event.type === 'verdict'
        ? { ...event, at: event.at + by, until: day(event.until), evidence: { ...event.evidence, stories: event.evidence.stories.map((story) => ({ ...story, last: story.last + by })) } }
        : { ...event, at: event.at + by }),
  }
}
