import { exclusion, type SuggestionSet } from '@/lib/domain/suggest/types'
import { Button } from '@/components/ui/button'
import { message } from '@/components/ui/message'
import { labelKey } from '@/lib/domain/sentence'
import { i18n } from '#i18n'
import { useErrand } from '../acts/use-errand'
import { AskForThis } from '../search/ask-for-this'
import { useOnScreen } from '../data/record-context'
import { usePanel } from '../panel-context'
import { Trouble } from '../states/trouble'

/** Nothing to suggest, and why: an empty library, or what was left out and how much of it. */
export function NoSuggestions({ suggestions, librarySize }: { suggestions: SuggestionSet; librarySize: number }) {
  if (librarySize === 0) return <EmptyLibrary />
  const left = exclusion.options.flatMap((name) => {
    const count = suggestions.excluded[name] ?? 0
    return count > 0 ? [{ name, count }] : []
  })
  return (
    <div className="rounded-lg border border-dashed border-edge px-3 py-2 text-soft">
      <p>{i18n.t('panel.suggestions.none', [String(suggestions.considered)])}</p>
      {left.length > 0 && (
        <ul className="list-disc ps-4 pt-1 text-small">
          {left.map(({ name, count }) => <li key={name}>{message(labelKey('panel.suggestions.excluded', name), [], count)}</li>)}
        </ul>
      )}
    </div>
  )
}

function EmptyLibrary() {
  const { bus } = usePanel()
  const { context } = useOnScreen()
  const marketer = context.role === 'marketer'
  const errand = useErrand(() => bus.ask('desk.open', { page: 'library' }))
  return (
    <div className="space-y-2 rounded-lg border border-dashed border-edge px-3 py-2.5 text-soft">
      <p>{i18n.t(marketer ? 'panel.suggestions.emptyMarketer' : 'panel.suggestions.emptyRep')}</p>
      {marketer
        ? <Button look="primary" onClick={errand.run}>{i18n.t('panel.suggestions.import')}</Button>
        : <AskForThis query="" />}
      {errand.error && <Trouble error={errand.error} again={errand.run} />}
    </div>
  )
}
