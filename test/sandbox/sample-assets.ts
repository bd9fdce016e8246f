import { readFileSync } from 'node:fs'

const file = new URL('../../public/samples/assets.json', import.meta.url)

/** What the stand-ins need to know of a sample asset. */
export interface SampleAsset {
  id: string
  title: string
  abstract: string
  kind: string
  /** Absent for assets without a public address. */
  url?: string | undefined
}

/** The sample library the product ships, so that seeded stories and the website speak of the same assets. */
export const sampleAssets: readonly SampleAsset[] = JSON.parse(readFileSync(file, 'utf8')) as SampleAsset[]

/** A sample asset by id without its `quayside-` prefix; throws for an unknown one. */
export function expectAsset(key: string): SampleAsset {
  const asset = sampleAssets.find((candidate) => candidate.id === `quayside-${key}`)
  if (asset === undefined) throw new Error(`no sample asset quayside-${key}`)
  return asset
}
