import * as z from 'zod/mini'
import { errorInfo } from '@/lib/domain/errors'
import { handOverRow, handOverRule } from '@/lib/domain/hand-over'
import { handOverChoices, handOverLack } from '@/lib/domain/hand-over-ports'
import { crm } from '@/lib/domain/record-ref'
import type { MessageShape } from '../message'

const org = z.string().check(z.maxLength(253))

/** How far the reading of one connection's hand-overs got; without a rule nothing is read and coverage is unknown. */
export const handOverConnection = z.strictObject({
  crm,
  org,
  rule: z.optional(handOverRule),
  count: z.number(),
  /** Last time anything was read, and last time everything there was had been read. */
  readAt: z.optional(z.number()),
  completeAt: z.optional(z.number()),
  lacks: z.array(handOverLack),
})
export type HandOverConnection = z.infer<typeof handOverConnection>

/** One step of a reading. Ask again while `more`; not asking again is how to stop. */
export const handOverStep = z.strictObject({ count: z.number(), added: z.number(), left: z.number(), more: z.boolean(), error: z.optional(errorInfo) })
export type HandOverStep = z.infer<typeof handOverStep>

export const handOverMessages = {
  /** `openings`: whose openings are known here, only this browser's own or the team's. */
  'hand-overs.state': { from: 'desk', request: z.strictObject({}), response: z.strictObject({ connections: z.array(handOverConnection), openings: z.enum(['here', 'team']) }) },
  'hand-overs.choices': { from: 'desk', request: z.strictObject({ crm, org }), response: handOverChoices },
  /** Sets or, with no `way`, removes the rule. What was found under another rule is forgotten. */
  'hand-overs.set-rule': {
    from: 'desk',
    request: z.strictObject({ crm, org, rule: z.nullable(z.pick(handOverRule, { way: true, since: true, mql: true, sql: true })) }),
    response: z.nullable(handOverRule),
  },
  'hand-overs.read': { from: 'desk', request: z.strictObject({ crm, org }), response: handOverStep },
  'hand-overs.page': { from: 'desk', request: z.strictObject({ after: z.optional(z.string()), limit: z.int().check(z.minimum(1), z.maximum(5000)) }), response: z.strictObject({ rows: z.array(handOverRow), next: z.optional(z.string()) }) },
} as const satisfies Record<string, MessageShape>
