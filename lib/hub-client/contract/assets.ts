import * as z from 'zod/mini'
import { errorKind } from '@/lib/domain/errors'
import { mostPerBatch, pageOf } from './wire'

/** An asset as a hub of any release holds it; `asset` of the domain says what this release knows of it. */
const wireAsset = z.looseObject({ id: z.string(), version: z.number() })

/** A put, or with `removed` a deletion. `base` is the version it was made from: 0 for a new asset. */
export const assetWrite = z.object({
  base: z.number().check(z.int(), z.minimum(0)),
  asset: z.optional(z.unknown()),
  removed: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
})
export type AssetWrite = z.infer<typeof assetWrite>
export const assetWrites = z.object({ items: z.array(assetWrite).check(z.minLength(1), z.maxLength(mostPerBatch)) })

/** `conflict` shows both: `current` as stored, `yours` as sent; neither replaced the other. */
export const assetOutcome = z.object({
  id: z.string(),
  status: z.enum(['stored', 'removed', 'conflict', 'refused']),
  version: z.optional(z.number()),
  current: z.optional(z.unknown()),
  yours: z.optional(z.unknown()),
  kind: z.optional(errorKind),
  detail: z.optional(z.string()),
})
export type AssetOutcome = z.infer<typeof assetOutcome>
export const assetOutcomes = z.object({ outcomes: z.array(assetOutcome) })

/** An asset absent from `asset` is gone for who asked: deleted, or taken back into draft. */
export const assetChange = z.object({ id: z.string(), asset: z.optional(wireAsset) })
export const assetPage = pageOf(assetChange)

export const assetSearchQuery = z.object({ q: z.string().check(z.minLength(1), z.maxLength(200)) })
export const assetList = z.object({ items: z.array(wireAsset) })
