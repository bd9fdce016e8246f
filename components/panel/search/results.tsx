import { useState } from 'react'
import { assetKind, type AssetKind } from '@/lib/domain/asset'
import { labelKey } from '@/lib/domain/sentence'
import { Chip } from '@/components/ui/chip'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { toggled, useScreen, useScreenStore } from '../data/screen-store'
import { Trouble } from '../states/trouble'
import { AskForThis } from './ask-for-this'
import { HitList } from './hit-list'
import { useMiss } from './use-miss'
import type { SearchState } from './use-search'

interface ResultsProps {
  list: string
  search: SearchState
  query: string
  /** Index of the hit the keyboard is on. */
  current: number
  choose: (assetId: string) => void
}

export default function Results({ list, search, query, current, choose }: ResultsProps) {
  const { found, error, again } = search
  useMiss(search)
  if (error) return <div className="pt-2"><Trouble error={error} again={again} look="card" /></div>
  return (
    <div className="pt-1.5">
      <Kinds present={found?.hits.map((hit) => hit.asset.kind) ?? []} />
      <p role="status" className={found?.total === 0 ? 'py-1 text-soft' : 'py-1 text-tiny text-faint'}>{found ? i18n.t('panel.search.found', found.total) : i18n.t('panel.loading')}</p>
      {found && found.hits.length > 0 && <HitList list={list} groups={[{ hits: found.hits }]} current={current} choose={choose} />}
      {found && <div className="space-y-1.5 pt-2">
        {found.total > 0 && found.fitting === 0 && query.trim() !== '' && <p className="text-soft">{i18n.t('handy.noneFits')}</p>}
        <AskForThis query={query} />
      </div>}
    </div>
  )
}

/** Filter by kind: those among the hits, and those chosen. What a filter takes out of the hits keeps its chip. */
function Kinds({ present }: { present: readonly AssetKind[] }) {
  const screen = useScreenStore()
  const chosen = useScreen((state) => state.searchKinds)
  const [seen, setSeen] = useState<readonly AssetKind[]>([])
  const fresh = assetKind.options.filter((kind) => present.includes(kind))
  if (chosen.length === 0 && fresh.join() !== seen.join()) setSeen(fresh)
  const kinds = assetKind.options.filter((kind) => seen.includes(kind) || chosen.includes(kind))
  if (kinds.length < 2 && chosen.length === 0) return null
  return (
    <div role="group" aria-label={i18n.t('panel.search.kinds')} className="-mx-1 flex gap-1 overflow-x-auto px-1 py-1 [scrollbar-width:thin] *:shrink-0">
      {kinds.map((kind) => (
        <Chip key={kind} pressed={chosen.includes(kind)} onClick={() => screen.setState((state) => ({ searchKinds: toggled(state.searchKinds, kind) }))}>
          {message(labelKey('asset', kind))}
        </Chip>
      ))}
    </div>
  )
}
