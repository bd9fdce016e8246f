import { closeBut } from '../policy'
import type { Step } from '../step'

/** `subject`: issuer and subject of the company's sign-in. `sign_in` holds what one sign-in under way needs, once. */
export const signIn: Step = {
  id: '10-sign-in',
  statements: [
    `alter table person add column subject text`,
    `create unique index on person (subject) where removed_at is null`,
    `create index on person (lower(email)) where removed_at is null`,
    `create table sign_in (hash bytea primary key, device uuid not null, nonce text not null, redirect_uri text not null, expires_at bigint not null)`,
    ...closeBut([], ['sign_in']),
  ],
}
