import * as z from 'zod/mini'
import { errorInfo } from './errors'

export const outboxState = z.enum(['pending', 'sending', 'done', 'retry', 'blocked', 'dead', 'cancelled'])
export type OutboxState = z.infer<typeof outboxState>

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
