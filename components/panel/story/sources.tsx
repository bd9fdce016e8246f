import { EyeOff } from 'lucide-react'
import type { SourceReport } from '@/lib/domain/source-report'
import { labelKey } from '@/lib/domain/sentence'
import { Disclosure } from '@/components/ui/disclosure'
import { errorText } from '@/components/ui/error-note'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'

/** Under a story that is there: where else it could have come from, had we been let in. */
export function Sources({ sources }: { sources: readonly SourceReport[] }) {
  const unseen = unseenOf(sources)
  if (unseen.length === 0) return null
  return (
    <Disclosure title={i18n.t('panel.story.unseen', unseen.length)} className="pt-1.5">
      <UnseenList sources={unseen} />
    </Disclosure>
  )
}

export function unseenOf(sources: readonly SourceReport[]): SourceReport[] {
  return sources.filter(({ state }) => state === 'missing' || state === 'failed')
}

/** What cannot be seen, what it would take, and who can do that. */
export function UnseenList({ sources }: { sources: readonly SourceReport[] }) {
  return (
    <ul className="space-y-1 py-1 text-small text-soft">
      {sources.map((source) => (
        <li key={source.name} className="flex items-start gap-1.5">
          <EyeOff aria-hidden size={13} className="mt-0.5 shrink-0 text-warn" />
          <span className="min-w-0">
            <span className="font-medium text-ink">{message(labelKey('source', source.name))}</span>
            {source.need
              ? <> {i18n.t('panel.story.needs')} <Foreign text={source.need} max={120} className="font-mono text-tiny" /></>
              : source.error && <> {errorText(source.error)}</>}
            {source.who && <span className="text-faint"> {message(`panel.story.who.${source.who}`)}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
