import type { SearchHit } from '@/lib/domain/search-view'
import { i18n } from '#i18n'
import { Hit } from './hit'

export interface HitGroup { title?: string | undefined; hits: readonly SearchHit[] }
/** `current`: index over all groups of the row the keyboard is on. */
export interface HitListProps { list: string; groups: readonly HitGroup[]; current: number; choose: (assetId: string) => void }

/** What the search box leads to: a grid of rows, an asset and its star in each. The focus stays in the box while it is clicked. */
export function HitList({ list, groups, current, choose }: HitListProps) {
  const shown = groups.filter(({ hits }) => hits.length > 0)
  let index = 0
  return (
    <div id={list} role="grid" tabIndex={-1} aria-label={i18n.t('panel.search.results')} className="-mx-1.5" onMouseDown={(event) => event.preventDefault()}>
      {shown.map(({ title, hits }) => (
        <div key={title ?? ''} role="rowgroup" aria-label={title}>
          {title && <p aria-hidden className="px-1.5 pt-1.5 pb-0.5 text-tiny font-medium text-faint">{title}</p>}
          {hits.map((hit) => {
            const at = index++
            return <Hit key={hit.asset.id} id={`${list}-${at}`} hit={hit} current={at === current} choose={choose} />
          })}
        </div>
      ))}
    </div>
  )
}
