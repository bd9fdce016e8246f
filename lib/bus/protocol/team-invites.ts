import * as z from 'zod/mini'
import { openInvite } from '@/lib/domain/hub'
import type { MessageShape } from '../message'

/** Invites that were made and not used up, for the hub's owner. */
export const teamInviteMessages = {
  'team.invites': { from: 'desk', request: z.strictObject({}), response: z.array(openInvite) },
  'team.revoke-invite': { from: 'desk', request: z.strictObject({ id: z.string().check(z.maxLength(200)) }), response: z.null() },
} as const satisfies Record<string, MessageShape>
