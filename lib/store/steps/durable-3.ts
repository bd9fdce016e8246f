import type { Step } from '../step'

/** Version 3 of `leadside`: what the ledger says of each item, counted; outcomes found by their send, others' events by kind. Frozen. */
export const durable3: Step = {
  version: 3,
  stores: {
    events: 'id, recordKey, [event.type+event.at], event.sendId',
    teamEvents: 'id, recordKey, [event.type+event.at], event.sendId',
    // One row an asset or content key: sums over people, derived from both tables above. `asset` is there on assets only, `n` stands for the item where another is counted.
    past: '++n, &item, asset',
    // What judged people consumed around an item, by its number.
    pastNext: 'n',
  },
}
