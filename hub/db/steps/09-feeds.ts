import { closeBut, desk } from '../policy'
import type { Step } from '../step'

/** Addresses anybody who has one may read what is promoted and new from; the secret in them is kept as a digest. */
export const feeds: Step = {
  id: '09-feeds',
  statements: [
    `create table feed (id uuid primary key, name text not null, token_hash bytea not null unique, created_by uuid not null references person,
      created_at bigint not null, revoked_at bigint)`,
    ...closeBut([['feed', 'select', desk], ['feed', 'insert', desk], ['feed', 'update', desk]]),
  ],
}
