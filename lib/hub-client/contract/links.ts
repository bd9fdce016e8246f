import * as z from 'zod/mini'
import { recordRef } from '@/lib/domain/record-ref'
import { agent } from '@/lib/domain/touch'
import { clientId, moment, pageOf } from './wire'

export const linkRequest = z.object({ id: clientId, assetId: z.string().check(z.minLength(1), z.maxLength(120)), ref: recordRef, sendId: z.optional(clientId) })
export type LinkRequest = z.infer<typeof linkRequest>

/** `url` is what to send. Untracked it is the asset's own address, and `reason` says why. */
export const linkAnswer = z.object({ url: z.string(), tracked: z.boolean(), slug: z.optional(z.string()), reason: z.optional(z.enum(['localhost', 'off'])) })
export type LinkAnswer = z.infer<typeof linkAnswer>

/** One opening of one link; only where views by person are switched on. */
export const linkView = z.object({ id: clientId, slug: z.string(), linkId: clientId, assetId: z.string(), record: z.string(), at: moment, agent })
export const linkViewPage = pageOf(linkView)

export const linkCountQuery = z.object({ asset: z.optional(z.string().check(z.maxLength(200))) })
export const linkCount = z.object({ assetId: z.string(), day: z.string(), by: z.enum(['human', 'machine', 'unknown']), n: z.number() })
export const linkCounts = z.object({ items: z.array(linkCount) })
export type LinkCounts = z.infer<typeof linkCounts>
