import * as z from 'zod/mini'
import { verdictValue } from '@/lib/domain/ledger'
import { clientId, moment } from './wire'

export const role = z.enum(['owner', 'marketer', 'rep'])
export type Role = z.infer<typeof role>

const name = z.string().check(z.minLength(1), z.maxLength(200))
const days = z.number().check(z.int(), z.minimum(30), z.maximum(3650))
const email = z.optional(z.string().check(z.maxLength(320)))

/** What anybody may know of a hub before joining it. */
export const hubInfo = z.object({
  name: z.string(),
  contract: z.number(),
  links: z.object({
    /** False where prospects could not open them; the asset's own address is sent instead. */
    open: z.boolean(),
    reason: z.optional(z.enum(['localhost', 'off'])),
  }),
  /** It stands between its members and one HubSpot portal. */
  hubspot: z.optional(z.boolean()),
  /** One may join with the company's sign-in. */
  signIn: z.optional(z.boolean()),
})
export type HubInfo = z.infer<typeof hubInfo>

export const hubPerson = z.object({ id: clientId, name, email, role, createdAt: moment })
export type HubPerson = z.infer<typeof hubPerson>

export const joinRequest = z.object({
  code: z.string().check(z.minLength(20), z.maxLength(100)),
  /** Made once on the device: the same code and device again is the same joining. */
  device: clientId,
  deviceName: z.optional(z.string().check(z.maxLength(100))),
  name,
  email,
})
export type JoinRequest = z.infer<typeof joinRequest>

/** `token` is shown this once; the hub keeps its digest. */
export const joined = z.object({ token: z.string(), sessionId: clientId, person: hubPerson })
export type Joined = z.infer<typeof joined>

export const inviteRequest = z.object({
  id: clientId,
  role,
  uses: z.number().check(z.int(), z.minimum(1), z.maximum(500)),
  expiresAt: moment,
  /** For one person only, for example before a company sign-in. */
  email,
})
export type InviteRequest = z.infer<typeof inviteRequest>

export const invite = z.object({ id: clientId, role, uses: z.number(), usesLeft: z.number(), expiresAt: moment, email, createdAt: moment, revoked: z.boolean() })
export type HubInvite = z.infer<typeof invite>
/** `link` holds the code in its fragment and is shown this once; a repeat gives the invite without it. */
export const newInvite = z.extend(invite, { link: z.optional(z.string()) })

export const session = z.object({
  id: clientId, personId: clientId, device: z.string(), createdAt: moment, lastUsedAt: moment, expiresAt: moment, current: z.boolean(),
})
export const rotated = z.object({ token: z.string() })

export const me = z.object({ person: hubPerson, sessionId: clientId })
/** With an address the owner says that it is this person's. */
export const roleChange = z.object({ role, email })
export const people = z.object({ items: z.array(hubPerson) })
export const invites = z.object({ items: z.array(invite) })
export const sessions = z.object({ items: z.array(session) })
export const done = z.object({ done: z.boolean() })

/** Value of `hs_lead_status` by verdict; HubSpot keeps 100 characters. */
export const statusByVerdict = z.partialRecord(verdictValue, z.string().check(z.minLength(1), z.maxLength(100)))

/**
 * Fields after `retentionDays` came later: left out of a write they stay as they are, so that an older extension takes nothing back. What
 * a newer release wrote beside is kept.
 */
export const hubSettings = z.looseObject({
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Tracked links at all, and views by person. The latter only with the ground it rests on. */
  links: z.enum(['off', 'aggregate', 'person']),
  legalGround: z.optional(z.string().check(z.minLength(3), z.maxLength(500))),
  /** Days after which ledger, views and touches are deleted; none: kept. */
  retentionDays: z.optional(days),
  /** Days after which a link no longer tells whose it is and only redirects; none: `retentionDays`. Null in a write takes it back. */
  linkDays: z.optional(z.nullable(days)),
  /** The lead status a rep's verdict may set through the hub; none for a verdict that is not named. */
  statusByVerdict: z.optional(statusByVerdict),
})
export type HubSettings = z.infer<typeof hubSettings>
