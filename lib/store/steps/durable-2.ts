import type { Step } from '../step'

/** Version 2 of `leadside`: the team's documents, hand-overs, followed sources, searches without a result, what was learned from touches, and the hub. Frozen. */
export const durable2: Step = {
  version: 2,
  stores: {
    documents: 'id, kind',
    // One row a lead that was handed over, with what became of it.
    handOvers: 'key, orgKey, at',
    sources: 'id',
    misses: 'key, last',
    // Counts of what people consumed after what, and until when each person was counted.
    learned: 'item, at',
    learnedPeople: 'key, at',
    hub: 'id',
    linkViews: 'id, recordKey, at',
  },
}
