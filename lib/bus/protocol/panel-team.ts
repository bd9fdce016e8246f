import * as z from 'zod/mini'
import type { MessageShape } from '../message'

/** What a panel asks and tells of what the team shares. */
export const panelTeamMessages = {
  /** A visible panel or desk asks what changed; answers at once with since when what is shown is known. Null: in no hub. */
  'team.look': { from: 'panel', request: z.strictObject({}), response: z.nullable(z.strictObject({ at: z.optional(z.number()) })) },
  'promotion.known': { from: 'panel', request: z.strictObject({ id: z.string().check(z.maxLength(200)) }), response: z.null() },
} as const satisfies Record<string, MessageShape>
