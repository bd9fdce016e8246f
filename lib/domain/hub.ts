import * as z from 'zod/mini'
import { errorInfo } from './errors'
import { verdictValue } from './ledger'
import { actor } from './person'
import { touch } from './touch'

const text = z.optional(z.string())
/** HubSpot lead status by verdict. */
const statuses = z.partialRecord(verdictValue, z.string().check(z.minLength(1), z.maxLength(100)))

export const hubRole = z.enum(['owner', 'marketer', 'rep'])
export type HubRole = z.infer<typeof hubRole>

/** Somebody in the hub, as the hub says. */
export const hubMember = z.strictObject({ id: z.string(), name: z.string(), email: text, role: hubRole })
export type HubMember = z.infer<typeof hubMember>

/** How often tracked links to an asset were opened, by who it was likely to be. */
export const linkOpenings = z.strictObject({ human: z.number(), machine: z.number(), unknown: z.number() })
export type LinkOpenings = z.infer<typeof linkOpenings>

/** An invite that still lets somebody in; its code is known to whom it was handed on. `until`: epoch milliseconds. */
export const openInvite = z.strictObject({ id: z.string(), role: hubRole, uses: z.number(), usesLeft: z.number(), until: z.number(), email: text })
export type OpenInvite = z.infer<typeof openInvite>

/** What anybody may know of a hub. `links.open` is false where prospects could not open links; `reason` says why. */
export const hubAbout = z.strictObject({
  name: z.string(),
  links: z.strictObject({ open: z.boolean(), reason: z.optional(z.enum(['localhost', 'off'])) }),
  /** It offers HubSpot to its members. */
  hubspot: z.optional(z.boolean()),
})
export type HubAbout = z.infer<typeof hubAbout>

/** What the owner set for everybody. Written without the last two, these stay as they are; `linkDays` null: as `retentionDays`. */
export const hubTerms = z.strictObject({
  name: z.string(),
  links: z.enum(['off', 'aggregate', 'person']),
  legalGround: text,
  retentionDays: z.optional(z.number()),
  /** Days after which a tracked link only redirects and no longer tells whose it is. */
  linkDays: z.optional(z.nullable(z.number())),
  /** The lead status a rep's verdict may set through the hub. */
  statusByVerdict: z.optional(statuses),
})
export type HubTerms = z.infer<typeof hubTerms>

/** HubSpot through the hub: which portal, which of its owners you are there, and the statuses agreed to. */
export const hubHubspot = z.strictObject({ portal: z.string(), uiDomain: text, scopes: z.array(z.string()), you: z.optional(actor), statusByVerdict: z.optional(statuses) })
export type HubHubspot = z.infer<typeof hubHubspot>

/** HubSpot as the hub's owner sees it. `oauth`: the hub has what the sign-in at HubSpot takes. */
export const hubspotLink = z.strictObject({ state: z.enum(['none', 'connected', 'broken']), portal: text, mode: z.optional(z.enum(['oauth', 'key'])), oauth: z.boolean() })
export type HubspotLink = z.infer<typeof hubspotLink>

/** This browser's membership. The token is kept apart, sealed. Epoch milliseconds. */
export const hubMembership = z.strictObject({
  address: z.string(),
  sessionId: z.string(),
  member: hubMember,
  about: hubAbout,
  hubspot: z.optional(hubHubspot),
  joinedAt: z.number(),
  /** When the token was last replaced. */
  rotatedAt: z.number(),
  /** The session ended on the hub's side: somebody has to join again. */
  ended: z.optional(z.boolean()),
})
export type HubMembership = z.infer<typeof hubMembership>

/** What is kept in step with the hub, each from its own place. */
export const hubPart = z.enum(['assets', 'playbook', 'documents', 'events', 'views', 'erasures'])
export type HubPart = z.infer<typeof hubPart>

/**
 * How far one part is: where to continue, the tag of the last answer, and when that was. `by`: the release that read it; `partly`: it did not
 * understand all of it, so a newer one reads it from the start.
 */
export const hubProgress = z.strictObject({ part: hubPart, cursor: z.string(), tag: text, at: z.optional(z.number()), by: text, partly: z.optional(z.boolean()), error: z.optional(errorInfo) })
export type HubProgress = z.infer<typeof hubProgress>

/** One opening of a tracked link. `record` is the record's key; `at` epoch milliseconds. */
export const linkView = z.strictObject({ id: z.string(), linkId: z.string(), assetId: z.string(), record: z.string(), at: z.number(), agent: touch.shape.agent })
export type LinkView = z.infer<typeof linkView>

/** What became of an erasure at the hub: done; to be told when it can be reached; or not this member's to ask for, so that its copy stays. */
export const hubErasure = z.enum(['done', 'later', 'refused'])
export type HubErasure = z.infer<typeof hubErasure>

export function mayPublish(role: HubRole): boolean {
  return role !== 'rep'
}
