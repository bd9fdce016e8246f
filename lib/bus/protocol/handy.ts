import * as z from 'zod/mini'
import { recordRef } from '@/lib/domain/record-ref'
import { searchHit } from '@/lib/domain/search-view'
import type { MessageShape } from '../message'

const id = z.string().check(z.maxLength(200))

/** What a rep keeps at hand of the library, and what they looked for in vain. */
export const handyMessages = {
  /** Favourites, the last chosen first, and what this rep sent, opened or read lately. */
  'library.handy': { from: 'panel', request: z.strictObject({ ref: z.optional(recordRef) }), response: z.strictObject({ favourites: z.array(searchHit), recent: z.array(searchHit) }) },
  'asset.favourite': { from: 'panel', request: z.strictObject({ assetId: id, favourite: z.boolean() }), response: z.null() },
  /** The rep paused on a search without a fitting result. */
  'library.missed': { from: 'panel', request: z.strictObject({ query: z.string().check(z.maxLength(300)), ref: z.optional(recordRef) }), response: z.null() },
} as const satisfies Record<string, MessageShape>
