import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { verdictValue } from '@/lib/domain/ledger'
import { actor } from '@/lib/domain/person'
import { statusChange } from '@/lib/domain/status-map'
import type { Acting } from './acting'

const judged = z.looseObject({ id: z.string(), verdict: verdictValue, rep: actor, status: z.optional(statusChange) })
export type Judged = z.infer<typeof judged>

/** The whole verdict as `leadside_event` holds it, with what it did to the lead status. @throws AppError `invalid` for anything else */
export function expectEvent(text: string): Judged {
  const event = z.safeParse(judged, parseJson(text))
  if (!event.success) throw new AppError('invalid', { detail: 'body.properties.leadside_event' })
  return event.data
}

/** Owners of a portal are numbered, members of a hub are not. */
const isOwnerId = (id: string) => /^\d+$/.test(id)

/**
 * The verdict under the member's own name. The id is that of their owner in HubSpot or their own in the hub, which verifies nothing there. An owner
 * a member without one had chosen before, which verdicts given then still name, becomes the member.
 * @throws AppError `wrong-user` where somebody else is named, or somebody is called verified who is not
 */
export function ownEvent(text: string, { id, name, owner }: Pick<Acting, 'id' | 'name' | 'owner'>): string {
  const event = expectEvent(text)
  const { rep } = event
  const asOwner = owner && rep.id === owner.id ? owner : undefined
  const wasChosen = !owner && isOwnerId(rep.id)
  if ((!asOwner && !wasChosen && rep.id !== id) || (rep.verified && !asOwner?.verified)) throw new AppError('wrong-user')
  const own = { ...rep, id: asOwner?.id ?? id, name, email: rep.email && asOwner?.email }
  return own.id === rep.id && own.name === rep.name && own.email === rep.email ? text : JSON.stringify({ ...event, rep: own })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
