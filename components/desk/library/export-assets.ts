import Papa from 'papaparse'
import type { Asset } from '@/lib/domain/asset'
import { toCreativeWork } from '@/lib/domain/asset-export'
import { safeCell } from '@/lib/domain/csv-cell'

const columns = ['id', 'title', 'abstract', 'url', 'kind', 'topics', 'stages', 'personas', 'industries', 'products', 'language', 'owner', 'status', 'shareable', 'body', 'expires', 'verifiedAt', 'verifyEvery'] as const

/** One row an asset, cells safe against formulas; what `readRows` reads back. Days as `YYYY-MM-DD`. */
export function assetsToCsv(assets: readonly Asset[]): string {
  const cell = (asset: Asset, column: (typeof columns)[number]) => {
    const value = asset[column]
    if (Array.isArray(value)) return safeCell(value.join('; '))
    if ((column === 'expires' || column === 'verifiedAt') && typeof value === 'number') return new Date(value).toISOString().slice(0, 10)
    return typeof value === 'string' ? safeCell(value) : (value ?? '')
  }
  return Papa.unparse({ fields: [...columns], data: assets.map((asset) => columns.map((column) => cell(asset, column))) })
}

/** schema.org `CreativeWork`s, our own terms beside them. */
export function assetsToJson(assets: readonly Asset[]): string {
  return JSON.stringify(assets.map(toCreativeWork), null, 2)
}
