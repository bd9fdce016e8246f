import type { Step } from '../step'

/** Version 3 of `leadside`: what the ledger says of each item, counted; outcomes found by their send, others' events by what they tell. Frozen. */
export const durable3: Step = {
  version: 3,
  stores: {
    // Tables of their own: an index of `events` and `teamEvents` would be built over all they hold before anybody can read anything.
    // Events that are no verdicts, by what they tell and by the send they tell of.
    filed: 'id, [type+at], sendId',
    // One row an asset or content key: sums over people, derived from the ledger. `asset` is there on assets only, `n` stands for the item where another is counted.
    past: '++n, &item, asset',
    // What judged people consumed around an item, by its number.
    pastNext: 'n',
  },
}
