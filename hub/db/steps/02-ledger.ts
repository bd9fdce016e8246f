import type { Step } from '../step'

/**
 * `standing` is the verdict that counts for each record and look; `rollup` counts them by day and by one value of one
 * grouping, so that no report scans the ledger.
 */
export const ledger: Step = {
  id: '02-ledger',
  statements: [
    `create table event (source text not null, id text not null, seq bigint not null unique, type text not null, at bigint not null,
      received_at bigint not null, person_id uuid not null references person, record_key text not null, body jsonb not null, primary key (source, id))`,
    `create index on event (record_key)`,
    `create index on event (person_id, seq)`,
    `create index on event (at)`,
    `create table standing (record_key text not null, second_look boolean not null, event_id text not null, at bigint not null, body jsonb not null,
      primary key (record_key, second_look))`,
    `create table rollup (grouping text not null, key text not null, day date not null, verdict text not null, second_look boolean not null,
      n bigint not null, primary key (grouping, second_look, day, key, verdict))`,
  ],
}
