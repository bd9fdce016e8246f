import { closeBut } from '../policy'
import type { Step } from '../step'

/** `hubspot` has at most one row; tokens in it are sealed. Only the hub itself reads these tables. */
export const hubspot: Step = {
  id: '07-hubspot',
  statements: [
    `alter table person add column email_verified boolean not null default false`,
    `create table hubspot (only_one boolean primary key default true check (only_one), portal text not null, ui_domain text not null, utc_offset bigint not null,
      mode text not null check (mode in ('oauth', 'key')), access text not null, refresh text, expires_at bigint, scopes jsonb not null,
      refreshing_until bigint not null default 0, paused_until bigint not null default 0, pause_kind text, ten_seconds int, broken boolean not null default false,
      connected_by uuid not null references person, connected_at bigint not null)`,
    `create table hubspot_state (hash bytea primary key, person_id uuid not null references person, expires_at bigint not null)`,
    `create table hubspot_use (span text not null, slot bigint not null, person_id uuid not null, n int not null, primary key (span, slot, person_id))`,
    `create table hubspot_cache (key text primary key, body jsonb not null, until bigint not null)`,
    ...closeBut([], ['hubspot', 'hubspot_state', 'hubspot_use', 'hubspot_cache']),
  ],
}
