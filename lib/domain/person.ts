import * as z from 'zod/mini'
import { influence } from './influence'
import { recordRef } from './record-ref'

const text = z.optional(z.string())

/** Who acts in the CRM: `verified` when the CRM itself named the user, otherwise stated by the person. */
export const actor = z.strictObject({ id: z.string(), name: z.string(), email: text, verified: z.boolean() })
export type Actor = z.infer<typeof actor>

/**
 * The lead or contact as the CRM describes it. `status`, `lifecycle`, `industry` and `title` are the CRM's own words;
 * `describeProfile` maps them to the team's vocabulary.
 */
export const person = z.strictObject({
  ref: recordRef,
  /** Every record that is this same person: the page's own, a converted lead's contact, a lead's contact. */
  same: z.array(recordRef),
  name: z.string(),
  firstName: text,
  lastName: text,
  title: text,
  company: text,
  email: text,
  ownerName: text,
  ownerId: text,
  status: text,
  lifecycle: text,
  source: text,
  /** Campaigns the record itself names, where the CRM has no list of them. */
  campaigns: z.optional(z.array(influence)),
  industry: text,
  country: text,
  /** BCP 47 */
  language: text,
  score: z.optional(z.strictObject({ value: z.number(), system: z.string() })),
  grade: text,
  optedOut: z.boolean(),
  /** Epoch milliseconds. */
  createdAt: z.optional(z.number()),
  converted: z.optional(z.strictObject({ at: z.optional(z.number()), contactId: text, opportunityId: text })),
})
export type Person = z.infer<typeof person>

/** The person in the team's own vocabulary: ids of stages, personas and industries of the playbook. */
export const profile = z.strictObject({
  stage: text,
  persona: text,
  industry: text,
  language: text,
})
export type Profile = z.infer<typeof profile>
