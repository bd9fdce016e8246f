import type { Step } from '../step'

/** `viewer_tag`: from where a member was last seen today, as a digest under the salt of the day; the salt goes with the day. */
export const viewers: Step = {
  id: '08-viewers',
  statements: [
    `alter table session add column viewer_tag text`,
    `create index on session (viewer_tag) where viewer_tag is not null`,
  ],
}
