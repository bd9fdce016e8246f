import * as z from 'zod/mini'
import { recordRef } from '@/lib/domain/record-ref'
import { emailHash } from './ingest'
import { cursor, moment, pageOf, pageQuery } from './wire'

/** Records of one person in one request. */
export const mostRefs = 20

/** One natural person: every record that is the same, and the hash of the address. */
export const subject = z.object({ refs: z.array(recordRef).check(z.minLength(1), z.maxLength(mostRefs)), emailHash: z.optional(emailHash) })

export const personExport = z.object({
  at: moment,
  events: z.array(z.unknown()),
  links: z.array(z.unknown()),
  views: z.array(z.unknown()),
  touches: z.array(z.unknown()),
})
export const erased = z.object({ events: z.number(), links: z.number(), views: z.number(), touches: z.number() })

/** Who did what; a record or person as a digest only. */
export const auditEntry = z.object({ at: moment, personId: z.optional(z.string()), act: z.string(), target: z.optional(z.string()) })
export const auditPage = pageOf(auditEntry)
/** Upwards from `after`, or newest first below `before`; `newest` starts at the end. */
export const auditQuery = z.extend(pageQuery, { before: z.optional(z.union([z.literal('newest'), cursor])) })

/** All a hub keeps about one of its own members. */
export const memberExport = z.object({
  at: moment, person: z.unknown(), sessions: z.array(z.unknown()), events: z.array(z.unknown()), links: z.array(z.unknown()), views: z.array(z.unknown()), acts: z.array(auditEntry),
})
