import type { Asset } from './asset'
import type { AssetField } from './asset-columns'
import { crmKinds, type FixedFields, type Source } from './source'

export interface SourceShape { mapping: Record<string, string>; fixed: FixedFields }

const empty = {
  abstract: '', url: undefined, kind: 'other', topics: [], stages: [], personas: [], industries: [], products: [], language: 'en', owner: undefined, status: 'approved', shareable: true,
  body: undefined, expires: undefined, verifiedAt: undefined, verifyEvery: undefined, publishedAt: undefined,
} satisfies Partial<Record<AssetField, unknown>>

/**
 * The source with other columns or values for all items. What it filled before and fills no more is emptied with the next
 * reading, which reads every item again; a CRM's reader keeps what it remembers, because that is only what it may see.
 * @param guessed the mapping that held where none was chosen
 */
export function reshaped(source: Source, { mapping, fixed }: SourceShape, guessed: Record<string, string>): Source {
  const held = (given: Record<string, string>) => (Object.keys(given).length > 0 ? given : guessed)
  const before = held(source.mapping)
  const filled = new Set(Object.values(held(mapping)))
  const isSame = JSON.stringify([before, source.fixed]) === JSON.stringify([held(mapping), fixed])
  const left = [
    ...Object.values(before).filter((field) => !filled.has(field)),
    ...(['kind', 'language', 'topics'] as const).filter((field) => source.fixed[field] !== undefined && JSON.stringify(source.fixed[field]) !== JSON.stringify(fixed[field])),
  ].filter((field) => Object.hasOwn(empty, field))
  const dropped = [...new Set([...(source.dropped ?? []), ...left])]
  return {
    ...source, mapping, fixed, ...(dropped.length > 0 ? { dropped } : {}), ...(isSame || crmKinds[source.kind] ? {} : { memory: undefined }),
  }
}

/** The asset without what its source fills no more. */
export function emptied(asset: Asset, dropped: readonly string[] = []): Asset {
  const gone = dropped.flatMap((field) => (Object.hasOwn(empty, field) ? [[field, empty[field as keyof typeof empty]]] : []))
  return { ...asset, ...Object.fromEntries(gone) }
}
