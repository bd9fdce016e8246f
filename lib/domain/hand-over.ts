import * as z from 'zod/mini'
import { influence } from './influence'
import { crm, recordRef } from './record-ref'

const text = z.optional(z.string())
const moment = z.optional(z.number())
const values = z.array(z.string().check(z.maxLength(200))).check(z.maxLength(200))
const named = z.strictObject({ id: z.string().check(z.maxLength(200)), label: z.string().check(z.maxLength(300)) })

/** One value of the CRM a rule can name: a status, queue, campaign, list view, stage or list. */
export type HandOverOption = z.infer<typeof named>

/** What marks a lead as handed over, in the words of its CRM. */
export const handOverWay = z.discriminatedUnion('by', [
  /** Salesforce: Lead Status became one of these. */
  z.strictObject({ by: z.literal('lead-status'), statuses: values }),
  /** Salesforce: it got one of these owners, people or queues. */
  z.strictObject({ by: z.literal('lead-owner'), owners: z.array(named).check(z.maxLength(200)) }),
  /** Salesforce: it responded to one of these campaigns; with none named, to any. */
  z.strictObject({ by: z.literal('campaign-response'), campaigns: z.array(named).check(z.maxLength(200)) }),
  /** Salesforce: it is in this list view. */
  z.strictObject({ by: z.literal('list-view'), view: named }),
  /** HubSpot: it entered this lifecycle stage. */
  z.strictObject({ by: z.literal('lifecycle-stage'), stage: named }),
  /** HubSpot: it was added to this list. */
  z.strictObject({ by: z.literal('list'), list: named }),
])
export type HandOverWay = z.infer<typeof handOverWay>
export const handOverBy = z.enum(['lead-status', 'lead-owner', 'campaign-response', 'list-view', 'lifecycle-stage', 'list'])
export type HandOverBy = z.infer<typeof handOverBy>

/** The values of the CRM a way names; a status is called what it is. */
export function optionsOf(way: HandOverWay): readonly HandOverOption[] {
  switch (way.by) {
    case 'lead-status': return way.statuses.map((status) => ({ id: status, label: status }))
    case 'lead-owner': return way.owners
    case 'campaign-response': return way.campaigns
    case 'list-view': return [way.view]
    case 'lifecycle-stage': return [way.stage]
    case 'list': return [way.list]
  }
}

/** Which ways each CRM has. */
export const waysOf = {
  salesforce: ['lead-status', 'lead-owner', 'campaign-response', 'list-view'],
  hubspot: ['lifecycle-stage', 'list'],
} as const satisfies Record<string, readonly HandOverBy[]>

/** What counts as handed over in one connected CRM: chosen by marketing, `version` grows with every change. */
export const handOverRule = z.strictObject({
  crm,
  org: z.string(),
  version: z.number(),
  setAt: z.number(),
  /** Leads handed over before are left out. Epoch milliseconds. */
  since: z.number(),
  way: handOverWay,
  /** CRM values (Lead Status, lifecycle stage) that mean marketing qualified and sales qualified. */
  mql: values,
  sql: values,
})
export type HandOverRule = z.infer<typeof handOverRule>

/** The opportunity or deal the lead led to. With several: a won one, else an open one, else the one lost last. */
export const outcome = z.strictObject({
  id: z.string(),
  /** `unknown`: there is one, and this user may not read it. */
  result: z.enum(['won', 'lost', 'open', 'unknown']),
  stage: text,
  amount: z.optional(z.number()),
  currency: text,
  closedAt: moment,
})
export type Outcome = z.infer<typeof outcome>

/** What of a lead could not be read, so that it counts as unknown and never as "did not happen". */
export const handOverPart = z.enum(['follow-up', 'campaigns', 'stages', 'outcome'])
export type HandOverPart = z.infer<typeof handOverPart>

/** What happened to a lead after its hand-over, as far as its CRM says. */
const progress = {
  campaigns: z.array(influence),
  source: text,
  persona: text,
  industry: text,
  stage: text,
  /** First sales activity at or after the hand-over. */
  followedUpAt: moment,
  /** False: known to the day only, or only that the first activity was then or earlier. */
  followUpExact: z.optional(z.boolean()),
  mqlAt: moment,
  sqlAt: moment,
  convertedAt: moment,
  outcome: z.optional(outcome),
  /** Other records of the same person: the contact a lead was converted to, the leads of a contact. */
  same: z.array(recordRef),
  unknown: z.array(handOverPart),
}

/** One lead that was handed over, and what became of it. A lead has one row for its latest rule; times are epoch milliseconds. */
export const handOver = z.strictObject({
  /** Record key of `ref`. */
  key: z.string(),
  ref: recordRef,
  orgKey: z.string(),
  at: z.number(),
  /** How exactly `at` is known: to the moment, to the day, or not at all; then it is the record's creation, the earliest it can have been. */
  precision: z.enum(['moment', 'day', 'unknown']),
  /** Version of the rule it counts under. */
  rule: z.number(),
  /** When `progress` was last read. */
  readAt: z.number(),
  ...progress,
})
export type HandOver = z.infer<typeof handOver>

/** A lead the rule found, before anything else of it was read. */
export type FoundHandOver = Pick<HandOver, 'ref' | 'at' | 'precision'>

/** A hand-over as the desk gets it: with what this machine knows of the person. */
export const handOverRow = z.strictObject({
  ...handOver.shape,
  /** First opening by a rep that is known here. */
  firstOpenedAt: moment,
  name: text,
  company: text,
  url: z.string(),
})
export type HandOverRow = z.infer<typeof handOverRow>
