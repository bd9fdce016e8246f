import * as z from 'zod/mini'
import { errorInfo } from './errors'

export const outboxState = z.enum(['pending', 'sending', 'done', 'retry', 'blocked', 'dead', 'cancelled'])
export type OutboxState = z.infer<typeof outboxState>

/** A member of a hub; `hub` is its address. */
export const outboxMember = z.strictObject({ id: z.string(), name: z.string(), hub: z.string() })
export type OutboxMember = z.infer<typeof outboxMember>

/** What still has to reach one target. One row per event and target; times are epoch milliseconds. */
export const outboxRow = z.strictObject({
  /** `${eventId}:${target}:${task}`: repeating an enqueue changes nothing. */
  id: z.string(),
  eventId: z.string(),
  target: z.enum(['crm', 'hub']),
  /** What is written there; `return-done` closes the task that `return-task` made. */
  task: z.enum(['verdict', 'send-log', 'return-task', 'return-done', 'event']),
  recordKey: z.string(),
  orgKey: z.string(),
  /** Whose it is at the hub it goes to or through: under another member's name it never goes. Absent where no hub is on the way, and in rows of an earlier release. */
  member: z.optional(outboxMember),
  state: outboxState,
  attempts: z.number(),
  createdAt: z.number(),
  /** Not before: Undo and back-off both wait here. */
  dueAt: z.number(),
  /** While `sending`: who holds it and until when; a late answer of an older fence is ignored. */
  lease: z.optional(z.strictObject({ until: z.number(), fence: z.number() })),
  fence: z.number(),
  /** An earlier attempt may have been received: the target is read before it is written again. */
  unsure: z.boolean(),
  unsureSince: z.optional(z.number()),
  error: z.optional(errorInfo),
  doneAt: z.optional(z.number()),
})
export type OutboxRow = z.infer<typeof outboxRow>
