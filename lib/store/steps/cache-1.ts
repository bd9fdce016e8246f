import type { Step } from '../step'

/** Version 1 of `leadside-cache`. Frozen: a change is a new step. */
export const cache1: Step = {
  version: 1,
  stores: {
    // `refs` are the keys of all records that are this person; age and size are read without loading the copy itself.
    snapshots: 'key, *refs, orgKey, [snapshot.readAt+bytes]',
    names: 'key, orgKey, at',
    answers: 'key, until',
    pieces: '[set+id]',
  },
}
