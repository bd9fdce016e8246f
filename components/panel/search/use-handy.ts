import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Asset } from '@/lib/domain/asset'
import type { Response } from '@/lib/bus/protocol'
import { recordKey } from '@/lib/domain/record-ref'
import { useOnScreen } from '../data/record-context'
import { usePanel } from '../panel-context'

type Handy = Response<'library.handy'>

export interface HandyAssets {
  handy: Handy | undefined
  isFavourite(assetId: string): boolean
  /** At once on the screen; taken back where it could not be kept. */
  toggle(asset: Asset): void
  /** Reads again what was used lately. */
  reread(): void
}

/** What the rep keeps at hand of the library: read once, shared by everything on the screen that shows a star. */
export function useHandy(): HandyAssets {
  const { bus } = usePanel()
  const { ref } = useOnScreen()
  const client = useQueryClient()
  const queryKey = ['handy', recordKey(ref)]
  const { data: handy } = useQuery({ queryKey, queryFn: () => bus.ask('library.handy', { ref }) })
  const isFavourite = (assetId: string) => handy?.favourites.some(({ asset }) => asset.id === assetId) ?? false
  const reread = () => void client.invalidateQueries({ queryKey: ['handy'] })
  return {
    handy,
    isFavourite,
    toggle(asset) {
      const favourite = !isFavourite(asset.id)
      client.setQueryData<Handy>(queryKey, (before) => before && withFavourite(before, asset, favourite))
      bus.ask('asset.favourite', { assetId: asset.id, favourite }).catch(reread)
    },
    reread,
  }
}

function withFavourite({ favourites, recent }: Handy, asset: Asset, favourite: boolean): Handy {
  const others = favourites.filter((hit) => hit.asset.id !== asset.id)
  if (!favourite) return { favourites: others, recent }
  return { favourites: [{ asset, score: 0, terms: [] }, ...others], recent: recent.filter((hit) => hit.asset.id !== asset.id) }
}
