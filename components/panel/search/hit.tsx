import { useEffect, useRef } from 'react'
import type { SearchHit } from '@/lib/domain/search-view'
import { labelKey } from '@/lib/domain/sentence'
import { AssetIcon } from '@/components/ui/asset-icon'
import { cx } from '@/components/ui/cx'
import { message } from '@/components/ui/message'
import { Said } from '@/components/ui/said'
import { Highlighted } from './highlighted'
import { Star } from './star'

interface HitProps { id: string; hit: SearchHit; current: boolean; choose: (assetId: string) => void }

/** One hit: chosen by a click, or by Enter in the search box while it is the current one; Tab then leads to its star. */
export function Hit({ id, hit: { asset, terms, fit, blocked }, current, choose }: HitProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the combobox above handles the keys of its rows
    <div
      ref={row}
      id={id}
      role="row"
      aria-selected={current}
      onClick={() => choose(asset.id)}
      className={cx('flex cursor-pointer scroll-my-2 items-start rounded-md px-1.5 py-1.5', current ? 'bg-sunken' : 'hover:bg-raised')}
    >
      <div role="gridcell" className="flex min-w-0 flex-1 items-start gap-2">
        <span className="pt-0.5"><AssetIcon kind={asset.kind} /></span>
        <div className="min-w-0 flex-1">
          <p className="line-clamp-2 font-medium"><Highlighted text={asset.title} terms={terms} max={160} /></p>
          <p className="line-clamp-2 text-small text-soft">
            {message(labelKey('asset', asset.kind))}
            <span aria-hidden> · </span>
            {fit ? <Said sentence={fit} /> : <Highlighted text={asset.abstract} terms={terms} max={160} />}
          </p>
          {blocked && <p className="text-small text-warn"><Said sentence={blocked} /></p>}
        </div>
      </div>
      <div role="gridcell" className="-me-1"><Star asset={asset} tabIndex={current ? 0 : -1} /></div>
    </div>
  )
}
