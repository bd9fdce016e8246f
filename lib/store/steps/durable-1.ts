import type { Step } from '../step'

/** Version 1 of `leadside`. Frozen: a change is a new step. */
export const durable1: Step = {
  version: 1,
  stores: {
    events: 'id, recordKey, [event.type+event.at]',
    // `shown` exists only on verdicts that are listed; `campaignKeys` are "campaign, moment, id" so that one campaign reads in order.
    verdicts: 'id, recordKey, [shown+id], [entry.source+shown+id], *campaignKeys',
    teamEvents: 'id, recordKey',
    rollups: 'day',
    // `openSeq` exists only until a row is done or cancelled: what waits is found without touching what is finished.
    outbox: 'id, row.eventId, row.recordKey, seq, openSeq, closedAt',
    circuits: 'key',
    assets: 'id',
    stagedAssets: '[importId+id], at',
    playbooks: 'version, at',
    marks: '[kind+id]',
    warnings: 'id',
    cursors: 'orgKey',
    secrets: 'id, orgKey',
    keys: 'id',
    meta: 'id',
  },
}
