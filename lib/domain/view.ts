import * as z from 'zod/mini'
import { asset } from './asset'
import { definitionView } from './definitions/definition'
import { errorInfo } from './errors'
import { sendOutcomeEvent, sendEvent, verdictEvent } from './ledger'
import { outboxState } from './outbox'
import { actor, person, profile } from './person'
import { promiseClock } from './promises/clock'
import { promotionView } from './promotion'
import { recordRef } from './record-ref'
import { sentence } from './sentence'
import { standingVerdict } from './snapshot'
import { sourceReport } from './source-report'
import { suggestionSet } from './suggest/types'
import { story, touchKind } from './touch'
import { factor } from './why/factor'

/** Where one delivery stands: a rep sees logged, queued or failed, and what to do. */
export const deliveryView = z.strictObject({ state: outboxState, dueAt: z.number(), error: z.optional(errorInfo) })
export type DeliveryView = z.infer<typeof deliveryView>

export const verdictView = z.strictObject({
  event: verdictEvent,
  withdrawn: z.boolean(),
  /** Until when Undo is offered. */
  undoUntil: z.number(),
  delivery: z.optional(deliveryView),
})
export type VerdictView = z.infer<typeof verdictView>

export const sendView = z.strictObject({
  event: sendEvent,
  outcome: z.optional(sendOutcomeEvent),
  /** When the person last opened it, as far as it is known. Epoch milliseconds. */
  openedAt: z.optional(z.number()),
  delivery: z.optional(deliveryView),
})
export type SendView = z.infer<typeof sendView>

export const notice = z.strictObject({
  /** Dismissing remembers this id. */
  id: z.string(),
  kind: z.enum(['return-due', 'opened', 'finding', 'answer', 'promotion', 'promise', 'first-verdict']),
  sentence,
  /** What there is to look at: a promotion of this view, or an asset, by id. */
  opens: z.optional(z.strictObject({ what: z.enum(['promotion', 'asset']), id: z.string() })),
})
export type Notice = z.infer<typeof notice>

/** Everything the panel shows of one record. Carries its ref: a late answer for another record is dropped. */
export const recordView = z.strictObject({
  ref: recordRef,
  person,
  profile,
  actingAs: z.optional(actor),
  /** Epoch milliseconds of the CRM read it rests on. */
  readAt: z.number(),
  /** The last refresh failed: what is shown is the local copy. */
  problem: z.optional(errorInfo),
  sources: z.array(sourceReport),
  factors: z.array(factor),
  /** Newest first; `touches` holds at most the newest 20 of each, `record.touches` brings the rest. */
  stories: z.array(story),
  counts: z.strictObject({ stories: z.number(), human: z.number(), machine: z.number(), unknown: z.number(), kinds: z.partialRecord(touchKind, z.number()) }),
  suggestions: suggestionSet,
  /** The assets named by suggestions and stories, by id. */
  assets: z.record(z.string(), asset),
  librarySize: z.number(),
  standing: z.optional(standingVerdict),
  verdicts: z.array(verdictView),
  sends: z.array(sendView),
  notices: z.array(notice),
  /** The team's definitions, put to this lead. */
  definitions: z.array(definitionView),
  /** What marketing offers this lead now, what ends first first. */
  promotions: z.array(promotionView),
  /** Sales' promise, while this lead has had neither verdict nor touch. */
  clock: z.optional(promiseClock),
  /** Also written with the verdict, for example a lead status, by verdict value. */
  alsoSets: z.record(z.string(), z.string()),
  /** One of these that the team's hub did not let the last verdict set. */
  statusNotAgreed: z.optional(z.string()),
})
export type RecordView = z.infer<typeof recordView>
