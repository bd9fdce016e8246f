import type { Step } from '../step'

/** Version 2 of `leadside`: the team's documents, hand-overs, followed sources, searches without a result, what was learned from touches, and the hub. Frozen. */
export const durable2: Step = {
  version: 2,
  stores: {
    documents: 'id, kind',
    // One row a lead that was handed over, with what became of it; `due` is when it was last read, absent once its outcome is final.
    handOvers: 'key, orgKey, at, [orgKey+due]',
    // What counts as handed over, one row a connection, with how far the reading got.
    handOverRules: 'orgKey',
    sources: 'id',
    misses: 'key, last',
    // Counts of what people consumed after what, and until when each person was counted.
    learned: 'item, at',
    learnedPeople: 'key, at',
    hub: 'id',
    linkViews: 'id, recordKey, at',
  },
}
