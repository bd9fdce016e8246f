import * as z from 'zod/mini'
import type { Asset } from '../asset'
import type { Learned } from '../learned'
import type { LedgerEvent } from '../ledger'
import type { Person, Profile } from '../person'
import type { Playbook } from '../playbook'
import { sentence } from '../sentence'
import type { AssetPast } from './past'
import type { PreparedLibrary } from './prepared-library'
import type { Story } from '../touch'

/** Why this asset, in the rep's words, with what speaks against it. Every sentence names a cause that moved the score. */
export const receipt = z.strictObject({
  why: sentence,
  reasons: z.array(z.strictObject({ signal: z.string(), points: z.number(), sentence })),
  misfits: z.array(sentence),
  verification: sentence,
  /** How it did before: always with its n. */
  record: sentence,
})
export type Receipt = z.infer<typeof receipt>

export const suggestion = z.strictObject({ assetId: z.string(), score: z.number(), receipt })
export type Suggestion = z.infer<typeof suggestion>

/** Why an asset may not be suggested; one count each, so that an empty list can explain itself. */
export const exclusion = z.enum(['read', 'sent', 'expired', 'not-shareable', 'not-approved', 'unverified', 'dismissed'])
export type Exclusion = z.infer<typeof exclusion>

export const suggestionSet = z.strictObject({
  items: z.array(suggestion),
  considered: z.number(),
  excluded: z.partialRecord(exclusion, z.number()),
})
export type SuggestionSet = z.infer<typeof suggestionSet>

/** Per consumed item how many people consumed each other item around or after it, each person counting at most 1. Content keys or asset ids. */
export interface FollowCounts { get(item: string): ReadonlyMap<string, number> | undefined }

/** What the team's past says: events of the ledger, and counts (nothing but counts) of what people consumed after what. */
export interface TeamHistory {
  /** Where `past` is given, the person's own are enough. */
  events: readonly LedgerEvent[]
  /** How each asset did, counted over all events; counted from `events` when absent. */
  past?: ReadonlyMap<string, AssetPast> | undefined
  follows: FollowCounts
  /** How many people consumed an item at all. */
  seen?: { get(item: string): number | undefined } | undefined
  /** What the touches of records opened here taught about each item. */
  learned?: Learned | undefined
}

export interface SuggestInput {
  person: Person
  profile: Profile
  stories: readonly Story[]
  assets: readonly Asset[]
  playbook: Playbook
  history: TeamHistory
  now: number
  limit: number
  /** Of the same assets in the same order; worked out here when absent. */
  library?: PreparedLibrary | undefined
}
