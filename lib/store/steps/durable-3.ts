import type { Step } from '../step'

/** Version 3 of `leadside`: what the ledger says of each item, counted; outcomes found by their send, others' events by kind. Frozen. */
export const durable3: Step = {
  version: 3,
  stores: {
    events: 'id, recordKey, [event.type+event.at], event.sendId',
    teamEvents: 'id, recordKey, [event.type+event.at], event.sendId',
    // One row an asset or content key: sums over people, derived from both tables above.
    past: 'item',
  },
}
