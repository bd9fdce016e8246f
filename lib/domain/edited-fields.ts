import type { Asset } from './asset'
import { assetFields } from './asset-columns'

/** Fields of an asset from a source that a person has changed here, those changed before included; none for an asset of one's own. */
export function editedFields(before: Asset | undefined, after: Asset): string[] | undefined {
  if (!before || before.source.from === undefined) return after.edited
  const changed = assetFields.filter((field) => field !== 'updatedAt' && field !== 'id' && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  const all = [...new Set([...(before.edited ?? []), ...changed])]
  return all.length === 0 ? undefined : all
}
