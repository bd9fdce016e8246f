import { useQuery } from '@tanstack/react-query'
import type { Asset } from '@/lib/domain/asset'
import { toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import { usePanel } from '../panel-context'

/** An asset by id; `known` where the view already holds it. */
export function useAsset(assetId: string, known?: Asset): { asset: Asset | undefined; error: ErrorInfo | undefined; again: () => void } {
  const { bus } = usePanel()
  const { data, error, refetch } = useQuery({
    queryKey: ['asset', assetId],
    enabled: known === undefined,
    queryFn: () => bus.ask('asset.get', { assetId }),
  })
  return { asset: known ?? data, error: error ? toErrorInfo(error) : undefined, again: () => void refetch() }
}
