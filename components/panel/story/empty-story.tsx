import type { SourceReport } from '@/lib/domain/source-report'
import { i18n } from '#i18n'
import { sourceNames } from './source-names'
import { unseenOf, UnseenList } from './sources'

/** A new lead: where nothing was found, apart from where nobody could look. */
export function EmptyStory({ sources }: { sources: readonly SourceReport[] }) {
  const empty = sources.filter(({ state }) => state === 'empty')
  const unseen = unseenOf(sources)
  return (
    <div className="rounded-lg border border-dashed border-edge px-3 py-2 text-soft">
      <p>{i18n.t('panel.story.nothing')}</p>
      {empty.length > 0 && <p className="pt-1 text-small">{i18n.t('panel.story.nothingIn', [sourceNames(empty)])}</p>}
      {unseen.length > 0 && (
        <>
          <p className="pt-1.5 text-small">{i18n.t('panel.story.cannotSee')}</p>
          <UnseenList sources={unseen} />
        </>
      )}
    </div>
  )
}
