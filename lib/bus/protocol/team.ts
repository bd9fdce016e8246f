import * as z from 'zod/mini'
import { errorInfo } from '@/lib/domain/errors'
import { hubAbout, hubMember, hubRole, hubspotLink, hubTerms } from '@/lib/domain/hub'
import { outboxMember } from '@/lib/domain/outbox'
import type { MessageShape } from '../message'

const id = z.string().check(z.maxLength(200))
const name = z.string().check(z.minLength(1), z.maxLength(200))

/** Membership in a hub as the desk shows it; counts and moments are explained at `TeamState`. */
export const teamState = z.strictObject({
  address: z.string(),
  name: z.string(),
  member: hubMember,
  links: hubAbout.shape.links,
  asOf: z.optional(z.number()),
  error: z.optional(errorInfo),
  ended: z.boolean(),
  queue: z.number(),
  erasures: z.optional(z.number()),
  shareable: z.number(),
  unpublished: z.number(),
})
export type TeamStateMessage = z.infer<typeof teamState>

const teamWaiting = z.strictObject({ member: outboxMember, deliveries: z.number(), erasures: z.number() })
export type TeamWaiting = z.infer<typeof teamWaiting>

/** Working with the team's hub. */
export const teamMessages = {
  'team.state': { from: 'desk', request: z.strictObject({}), response: z.nullable(teamState) },
  'team.join': { from: 'desk', request: z.strictObject({ invite: z.string().check(z.maxLength(600)), name, email: z.optional(z.string().check(z.maxLength(320))) }), response: z.null() },
  /** With the company's own sign-in; `address` is the hub's. */
  'team.sign-in': { from: 'desk', request: z.strictObject({ address: z.string().check(z.maxLength(600)) }), response: z.null() },
  'team.leave': {
    from: 'desk', request: z.strictObject({ copy: z.enum(['keep', 'remove']), undelivered: z.enum(['ask', 'keep']) }),
    response: z.strictObject({ done: z.boolean(), undelivered: z.number() }),
  },
  /** What waits for people who were members here before. */
  'team.waiting': { from: 'desk', request: z.strictObject({}), response: z.array(teamWaiting) },
  'team.settle-waiting': { from: 'desk', request: z.strictObject({ id, how: z.enum(['mine', 'give-up']) }), response: z.null() },
  'team.sync': { from: 'desk', request: z.strictObject({}), response: z.null() },
  'team.share': { from: 'desk', request: z.strictObject({ yes: z.boolean() }), response: z.strictObject({ shared: z.number() }) },
  'team.publish': { from: 'desk', request: z.strictObject({}), response: z.null() },

  /** What the hub keeps about this member, as JSON. */
  'team.export': { from: 'desk', request: z.strictObject({}), response: z.strictObject({ json: z.string() }) },

  'team.people': { from: 'desk', request: z.strictObject({}), response: z.array(hubMember) },
  'team.role': { from: 'desk', request: z.strictObject({ id, role: hubRole }), response: z.null() },
  'team.remove': { from: 'desk', request: z.strictObject({ id }), response: z.null() },
  /** The link is shown this once. */
  'team.invite': { from: 'desk', request: z.strictObject({ role: hubRole, uses: z.int().check(z.minimum(1), z.maximum(500)), days: z.int().check(z.minimum(1), z.maximum(90)) }), response: z.strictObject({ link: z.optional(z.string()) }) },
  'team.terms': { from: 'desk', request: z.strictObject({}), response: hubTerms },
  'team.hubspot': { from: 'desk', request: z.strictObject({}), response: hubspotLink },
  /** Opens HubSpot's page where the owner agrees. */
  'team.hubspot-connect': { from: 'desk', request: z.strictObject({}), response: z.null() },
  'team.hubspot-key': { from: 'desk', request: z.strictObject({ key: z.string().check(z.maxLength(600)) }), response: z.null() },
  'team.hubspot-forget': { from: 'desk', request: z.strictObject({}), response: z.null() },
  'team.set-terms': { from: 'desk', request: hubTerms, response: hubTerms },
} as const satisfies Record<string, MessageShape>
