import type { Step } from '../step'

/** Neither an address of a visitor nor a user agent has a column here. */
export const links: Step = {
  id: '04-links',
  statements: [
    `create table link (slug text primary key, id uuid not null unique, asset_id text not null, record_key text not null,
      person_id uuid not null references person, send_id text, created_at bigint not null)`,
    `create index on link (record_key)`,
    `create table link_view (id uuid primary key, seq bigint not null unique, slug text not null references link on delete cascade, at bigint not null,
      agent_by text not null, agent_cause text not null)`,
    `create index on link_view (slug)`,
    `create table link_count (asset_id text not null, day date not null, agent_by text not null, n bigint not null,
      primary key (asset_id, day, agent_by))`,
    `create table sender (id uuid primary key, name text not null, secret text not null, earlier_secret text, earlier_until bigint,
      created_at bigint not null, rotated_at bigint)`,
    `create table touch (source text not null, id text not null, at bigint not null, record_key text, email_hash text, body jsonb not null,
      received_at bigint not null, sender_id uuid not null references sender, primary key (sender_id, source, id))`,
    `create table erased (target text primary key, at bigint not null)`,
    `create index on touch (record_key)`,
    `create index on touch (email_hash)`,
  ],
}
