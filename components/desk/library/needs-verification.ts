import type { Asset } from '@/lib/domain/asset'

const day = 86_400_000

/** Past its interval, or never verified although an interval is set. */
export function needsVerification(asset: Asset, now: number): boolean {
  if (asset.verifyEvery === undefined || asset.status === 'archived') return false
  return asset.verifiedAt === undefined || asset.verifiedAt + asset.verifyEvery * day < now
}
