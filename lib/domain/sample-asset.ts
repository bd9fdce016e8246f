import * as z from 'zod/mini'
import { asset, type Asset } from './asset'

const day = 86_400_000

/** An asset of the sample library: its times are days before or after the moment it is loaded, so that samples never age. */
export const sampleAsset = z.strictObject({
  ...z.omit(asset, { updatedAt: true, verifiedAt: true, expires: true, publishedAt: true, source: true }).shape,
  updatedDaysAgo: z.number(),
  verifiedDaysAgo: z.number(),
  expiresInDays: z.optional(z.number()),
})
export type SampleAsset = z.infer<typeof sampleAsset>

/** The asset as of `now` (epoch milliseconds). */
export function toAsset(sample: SampleAsset, now: number): Asset {
  const { updatedDaysAgo, verifiedDaysAgo, expiresInDays, ...same } = sample
  return {
    ...same,
    updatedAt: now - updatedDaysAgo * day,
    publishedAt: now - updatedDaysAgo * day,
    verifiedAt: now - verifiedDaysAgo * day,
    ...(expiresInDays === undefined ? {} : { expires: now + expiresInDays * day }),
    source: { system: 'sample', id: sample.id },
  }
}
