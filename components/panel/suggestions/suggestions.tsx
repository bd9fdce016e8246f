import { memo } from 'react'
import type { RecordView } from '@/lib/domain/view'
import { Section } from '@/components/ui/section'
import { i18n } from '#i18n'
import { useScreen } from '../data/screen-store'
import { Search } from '../search/search'
import { SendLog } from '../send/send-log'
import { LibraryAge } from './library-age'
import { NoSuggestions } from './no-suggestions'
import { SuggestionCard } from './suggestion-card'

const shownAtMost = 3

/** What to send next, and the way to everything else in the library. */
export const Suggestions = memo(function Suggestions({ suggestions, assets, librarySize, sends }: Pick<RecordView, 'suggestions' | 'assets' | 'librarySize' | 'sends'>) {
  const searching = useScreen((screen) => screen.query.trim() !== '' || screen.searchKinds.length > 0)
  const items = suggestions.items.slice(0, shownAtMost).flatMap((suggestion) => {
    const asset = assets[suggestion.assetId]
    return asset ? [{ suggestion, asset }] : []
  })
  return (
    <Section title={i18n.t('panel.suggestions.title')}>
      {librarySize > 0 && <Search librarySize={librarySize} />}
      {!searching && (
        <>
          {items.length === 0
            ? <NoSuggestions suggestions={suggestions} librarySize={librarySize} />
            : <ul className="space-y-1.5">{items.map((item, index) => <SuggestionCard key={item.asset.id} {...item} first={index === 0} />)}</ul>}
          <SendLog sends={sends} />
        </>
      )}
      <LibraryAge />
    </Section>
  )
})
