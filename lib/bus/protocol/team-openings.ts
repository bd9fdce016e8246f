import * as z from 'zod/mini'
import { linkOpenings } from '@/lib/domain/hub'
import type { MessageShape } from '../message'

/** What the hub counted of its links. Null: in no hub, or as a rep, who is told of their own sends. */
export const teamOpeningMessages = {
  'team.openings': { from: 'desk', request: z.strictObject({ assetId: z.string().check(z.maxLength(200)) }), response: z.nullable(linkOpenings) },
} as const satisfies Record<string, MessageShape>
