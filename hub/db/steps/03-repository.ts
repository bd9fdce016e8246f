import type { Step } from '../step'

/** `asset_change` says that something changed, to everybody; what, only the row of `asset` tells, to whom may see it. */
export const repository: Step = {
  id: '03-repository',
  statements: [
    `create table asset (id text primary key, version int not null, status text not null, body jsonb not null, updated_at bigint not null,
      updated_by uuid not null references person, words tsvector not null)`,
    `create index on asset using gin (words)`,
    `create table asset_version (asset_id text not null, version int not null, body jsonb, at bigint not null, by_person uuid not null references person,
      primary key (asset_id, version))`,
    `create table asset_change (asset_id text primary key, seq bigint not null unique, version int not null)`,
    `create table playbook (version text primary key, number int not null unique, body jsonb not null, at bigint not null,
      by_person uuid not null references person)`,
  ],
}
