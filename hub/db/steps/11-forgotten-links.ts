import type { Step } from '../step'

/** A link whose time is over keeps its slug and asset, so that it goes on redirecting, and tells nothing of who got it from whom. */
export const forgottenLinks: Step = {
  id: '11-forgotten-links',
  statements: [
    `alter table link alter column record_key drop not null`,
    `alter table link alter column person_id drop not null`,
    `create index on link (created_at) where record_key is not null`,
  ],
}
