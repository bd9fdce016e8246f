import * as z from 'zod/mini'
import { definitionEvidence } from './definitions/definition'
import { influence } from './influence'
import { actor } from './person'
import { recordRef } from './record-ref'

const eventBase = {
  /** UUIDv7 made once, at the click. */
  id: z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)),
  /** Epoch milliseconds. */
  at: z.number(),
  ref: recordRef,
  rep: actor,
}
const text = z.optional(z.string())

export const verdictValue = z.enum(['good', 'not_yet', 'wrong', 'cant_tell'])
export type VerdictValue = z.infer<typeof verdictValue>

export const trigger = z.enum(['touch', 'campaign', 'score'])
export type Trigger = z.infer<typeof trigger>

/** What the rep could see when judging: enough to replay the judgement, little enough to store with every verdict. */
export const evidence = z.strictObject({
  playbook: z.string(),
  source: text,
  /** Names, the last campaign responded to first. */
  campaigns: z.array(z.string()),
  /** The same with how each is known. Absent in verdicts of before, whose campaigns are memberships in Salesforce and UTM campaigns in HubSpot. */
  influences: z.optional(z.array(influence)),
  score: z.optional(z.number()),
  stage: text,
  persona: text,
  industry: text,
  /** Digest of the whole story, so that two copies can be compared. */
  digest: z.string(),
  stories: z.array(z.strictObject({ key: z.string(), title: z.string(), assetId: text, count: z.number(), last: z.number() })),
  /** Which version of each definition it was judged under, and which clauses held. */
  definitions: z.optional(z.array(definitionEvidence)),
  /** The CRM's words that the playbook covered with nothing then. */
  unmapped: z.optional(z.strictObject({ stages: z.optional(z.array(z.string())), personas: z.optional(z.array(z.string())), industries: z.optional(z.array(z.string())) })),
})
export type Evidence = z.infer<typeof evidence>

export const verdictEvent = z.strictObject({
  ...eventBase,
  type: z.literal('verdict'),
  verdict: verdictValue,
  reason: text,
  /** Not yet: the day to come back, `YYYY-MM-DD`. */
  until: text,
  trigger: z.optional(trigger),
  note: text,
  /** Good: keys of the stories that helped. */
  helped: z.optional(z.array(z.string())),
  /** Wrong: the clause of a definition that let the lead through. */
  clause: z.optional(z.strictObject({ definition: z.string(), version: z.number(), clause: z.string() })),
  /** The verdict event this one changes or completes. */
  supersedes: text,
  /** Given after a *Not yet* came back: a new look, reported apart. */
  secondLook: z.optional(z.boolean()),
  evidence,
})
export type VerdictEvent = z.infer<typeof verdictEvent>

/** Undo within ten seconds: the withdrawn verdict never counts and is never delivered. */
export const withdrawnEvent = z.strictObject({ ...eventBase, type: z.literal('verdict-withdrawn'), verdictId: z.string() })

export const openedEvent = z.strictObject({ ...eventBase, type: z.literal('opened') })

export const sendChannel = z.enum(['hubspot', 'mailto', 'gmail', 'outlook', 'copy', 'meeting'])
export type SendChannel = z.infer<typeof sendChannel>

export const sendEvent = z.strictObject({
  ...eventBase,
  type: z.literal('send'),
  assetId: z.string(),
  assetVersion: z.number(),
  title: z.string(),
  /** The address with its campaign parameters, as put into the mail; absent where the asset has none. */
  link: text,
  channel: sendChannel,
})
export type SendEvent = z.infer<typeof sendEvent>

export const sendOutcomeEvent = z.strictObject({
  ...eventBase,
  type: z.literal('send-outcome'),
  sendId: z.string(),
  outcome: z.enum(['sent', 'dropped']),
  /** Who knows: the rep said so, the logged mail was found, or the setting counts opening as sending. */
  by: z.enum(['rep', 'mail', 'setting']),
})

export const requestEvent = z.strictObject({
  ...eventBase,
  type: z.literal('request'),
  query: z.string(),
  note: text,
  stage: text,
  industry: text,
  persona: text,
})

export const dismissedEvent = z.strictObject({
  ...eventBase,
  type: z.literal('dismissed'),
  assetId: z.string(),
  reason: z.enum(['not-relevant', 'outdated', 'already-knows', 'wrong-person', 'other']),
})
export type DismissedEvent = z.infer<typeof dismissedEvent>

/** A search on which a rep paused although nothing fitted. Told to the hub without who searched: `rep` is nobody. */
export const missedEvent = z.strictObject({
  ...eventBase,
  type: z.literal('missed'),
  query: z.string(),
  stage: text,
  industry: text,
  persona: text,
})

/** Append-only list of what reps did. Deduplicated by `id`; order never matters. */
export const ledgerEvent = z.discriminatedUnion('type', [
  verdictEvent, withdrawnEvent, openedEvent, sendEvent, sendOutcomeEvent, requestEvent, dismissedEvent, missedEvent,
])
export type LedgerEvent = z.infer<typeof ledgerEvent>

const everyType: Record<LedgerEvent['type'], true> = {
  verdict: true, 'verdict-withdrawn': true, opened: true, send: true, 'send-outcome': true, request: true, dismissed: true, missed: true,
}
export const ledgerEventTypes = Object.keys(everyType) as LedgerEvent['type'][]
