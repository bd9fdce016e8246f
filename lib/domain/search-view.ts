import * as z from 'zod/mini'
import { asset, assetKind } from './asset'
import type { Profile } from './person'
import type { Playbook } from './playbook'
import { sentence } from './sentence'

export const searchFilters = z.strictObject({
  kinds: z.optional(z.array(assetKind)),
  stages: z.optional(z.array(z.string())),
  personas: z.optional(z.array(z.string())),
  industries: z.optional(z.array(z.string())),
  products: z.optional(z.array(z.string())),
  languages: z.optional(z.array(z.string())),
  owners: z.optional(z.array(z.string())),
  /** Changed or verified within so many days. */
  freshDays: z.optional(z.number()),
})
export type SearchFilters = z.infer<typeof searchFilters>

export const searchHit = z.strictObject({
  asset,
  score: z.number(),
  /** Matched terms, for highlights. */
  terms: z.array(z.string()),
  /** Why it fits this person, where it does. */
  fit: z.optional(sentence),
  /** Why it cannot be sent now. */
  blocked: z.optional(sentence),
})
export type SearchHit = z.infer<typeof searchHit>

/** What is known around a search: who it is for, what the team calls things, and what this rep uses. Ids of assets. */
export interface SearchContext {
  profile?: Profile | undefined
  playbook?: Pick<Playbook, 'products' | 'industries' | 'personas'> | undefined
  favourites?: ReadonlySet<string> | undefined
  recent?: ReadonlySet<string> | undefined
}
