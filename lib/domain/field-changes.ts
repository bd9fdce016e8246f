import * as z from 'zod/mini'
import type { Asset } from './asset'
import { assetFields } from './asset-columns'

/** One field of an asset before and after; several words are joined by commas, empty is nothing. */
export const fieldChange = z.strictObject({ title: z.string(), field: z.string(), from: z.string(), to: z.string() })
export type FieldChange = z.infer<typeof fieldChange>

const longest = 200

/** What differs between two versions of an asset, but for when it was changed. */
export function fieldChanges(before: Asset, after: Asset): FieldChange[] {
  return assetFields
    .filter((field) => field !== 'updatedAt' && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ title: before.title, field, from: textOf(field, before[field]), to: textOf(field, after[field]) }))
}

const moments: ReadonlySet<string> = new Set(['expires', 'verifiedAt', 'publishedAt'])

function textOf(field: string, value: Asset[keyof Asset]): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ').slice(0, longest)
  if (typeof value === 'number' && moments.has(field)) return new Date(value).toISOString().slice(0, 10)
  return String(value).slice(0, longest)
}
