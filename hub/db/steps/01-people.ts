import type { Step } from '../step'

/** Moments are epoch milliseconds everywhere. `counter` numbers changes: its row lock makes number order commit order. */
export const people: Step = {
  id: '01-people',
  statements: [
    `create table setting (name text primary key, value jsonb not null)`,
    `create table secret (name text primary key, value text not null, at bigint not null)`,
    `create table counter (name text primary key, value bigint not null)`,
    `insert into counter values ('ledger', 0), ('asset', 0), ('view', 0), ('touch', 0), ('audit', 0)`,
    `create table person (id uuid primary key, name text not null, email text, role text not null check (role in ('owner', 'marketer', 'rep')),
      created_at bigint not null, removed_at bigint)`,
    `create table invite (id uuid primary key, code_hash bytea not null unique, role text not null check (role in ('owner', 'marketer', 'rep')),
      uses int not null, uses_left int not null check (uses_left >= 0), email text, expires_at bigint not null, created_by uuid,
      created_at bigint not null, revoked_at bigint)`,
    `create table session (id uuid primary key, person_id uuid not null references person, device text not null, token_hash bytea not null unique,
      next_hash bytea unique, created_at bigint not null, last_used_at bigint not null, expires_at bigint not null, revoked_at bigint)`,
    `create index on session (person_id)`,
    `create table invite_use (invite_id uuid not null references invite, device uuid not null, session_id uuid not null references session,
      at bigint not null, primary key (invite_id, device))`,
    `create table audit (seq bigint primary key, at bigint not null, person_id uuid, act text not null, target text)`,
    `create table rate (key text not null, slot bigint not null, n int not null, primary key (key, slot))`,
  ],
}
