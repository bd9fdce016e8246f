import type { SourceView } from '@/lib/domain/source-preview'
import { i18n } from '#i18n'
import { SourceRow } from './source-row'

/** Followed sources, each with how it stands. */
export function SourceList({ sources }: { sources: readonly SourceView[] }) {
  return (
    <ul aria-label={i18n.t('sources.page')} className="divide-y divide-line overflow-hidden rounded-lg border border-line">
      {sources.map((source) => <li key={source.id} className="bg-paper p-3"><SourceRow source={source} /></li>)}
    </ul>
  )
}
