import { ArrowRight } from 'lucide-react'
import type { RecordView } from '@/lib/domain/view'
import { say } from '@/lib/domain/sentence'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'
import { useErrand } from '../acts/use-errand'
import { usePanel } from '../panel-context'
import { Trouble } from './trouble'

/** A converted lead is history: its person lives on as a contact. */
export function Converted({ view: { ref, person } }: { view: RecordView }) {
  const { bus } = usePanel()
  const contact = person.same.find((other) => other.kind === 'contact')
  const errand = useErrand(async () => contact && bus.ask('record.go', { ref: contact }))
  if (!person.converted || ref.kind !== 'lead') return null
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line bg-sunken px-3 py-1.5 text-small text-soft">
      <p>
        {person.converted.at === undefined ? i18n.t('panel.converted') : <Said sentence={say('panel.convertedAt', { date: person.converted.at })} dates="ago" />}
      </p>
      {contact && (
        <button
          type="button"
          onClick={errand.run}
          className="inline-flex min-h-6 shrink-0 items-center gap-1 rounded-sm font-medium text-accent hover:text-accent-strong"
        >
          {i18n.t('panel.openContact')}
          <ArrowRight aria-hidden size={13} className="rtl:-scale-x-100" />
        </button>
      )}
      {errand.error && <Trouble error={errand.error} again={errand.run} />}
    </div>
  )
}
