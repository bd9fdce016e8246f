import type { Step } from '../step'

/** A sender that was ended stays named, for the touches it reported. */
export const endedSenders: Step = {
  id: '13-ended-senders',
  statements: [`alter table sender add column ended_at bigint`],
}
