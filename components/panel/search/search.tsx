import { Suspense, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Search as Glass, X } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useScreen, useScreenStore } from '../data/screen-store'
import { Handy, Results } from '../later-parts'
import { Part } from '../states/part'
import { useHandy } from './use-handy'
import { useSearch } from './use-search'

/** The whole library at every keystroke, and before the first one what the rep keeps at hand: a combobox with a grid of assets. */
export function Search({ librarySize }: { librarySize: number }) {
  const list = useId()
  const box = useRef<HTMLDivElement>(null)
  const screen = useScreenStore()
  const query = useScreen((state) => state.query)
  const search = useSearch()
  const { handy, reread } = useHandy()
  const [active, setActive] = useState(0)
  const [entered, setEntered] = useState(false)
  const atHand = handy ? [...handy.favourites, ...handy.recent] : []
  const offered = entered && !search.on && atHand.length > 0
  const hits = search.on ? search.found?.hits ?? [] : offered ? atHand : []
  const listed = (search.on && search.error === undefined && hits.length > 0) || offered
  const current = Math.min(active, hits.length - 1)

  function type(value: string) {
    setActive(0)
    setEntered(true)
    screen.setState({ query: value, ...(value.trim() === '' ? { searchKinds: [] } : {}) })
  }
  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined && hits.length > 0) setActive((current + move + hits.length) % hits.length)
    else if (event.key === 'Enter' && hits[current]) choose(hits[current].asset.id)
    else if (event.key === 'Escape' && query !== '') type('')
    else if (event.key === 'Escape' && offered) setEntered(false)
    else return
    event.preventDefault()
  }
  function enter() {
    if (entered) return
    setEntered(true)
    setActive(0)
    reread()
    box.current?.scrollIntoView({ block: 'start' })
  }
  function choose(assetId: string) {
    const asset = hits.find((hit) => hit.asset.id === assetId)?.asset
    screen.setState({ page: { name: asset?.body ? 'read' : 'send', assetId } })
  }
  return (
    <div
      ref={box}
      className="scroll-mt-2 pb-1.5"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setEntered(false)
      }}
    >
      <div className="relative" role="search">
        <Glass aria-hidden size={14} className="pointer-events-none absolute inset-y-0 start-2 my-auto text-faint" />
        <input
          type="text"
          role="combobox"
          aria-label={i18n.t('panel.search.label')}
          aria-expanded={listed}
          aria-haspopup="grid"
          aria-controls={listed ? list : undefined}
          aria-activedescendant={listed && hits[current] ? `${list}-${current}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={300}
          placeholder={i18n.t('panel.search.placeholder', [numberText(librarySize)])}
          value={query}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
          onFocus={enter}
          className="block min-h-8 w-full rounded-md border border-edge bg-paper ps-7 pe-8 text-base"
        />
        {query !== '' && <IconButton icon={X} label={i18n.t('panel.search.clear')} className="absolute inset-y-0 end-0.5 my-auto" onClick={() => type('')} />}
      </div>
      {search.on && <Part className="pt-2"><Suspense><Results list={list} search={search} query={query} current={current} choose={choose} /></Suspense></Part>}
      {offered && handy && <Part className="pt-2"><Suspense><Handy list={list} handy={handy} current={current} choose={choose} /></Suspense></Part>}
    </div>
  )
}
