import { useState } from 'react'
import { CornerDownLeft, Eye, Library, Scale, TriangleAlert, type LucideIcon } from 'lucide-react'
import { recordKey } from '@/lib/domain/record-ref'
import { labelKey } from '@/lib/domain/sentence'
import type { TodayItem } from '@/lib/domain/today-view'
import { Ago } from '@/components/ui/ago'
import { Foreign } from '@/components/ui/foreign'
import { crmName } from '@/components/ui/crm-name'
import { message } from '@/components/ui/message'
import { Said } from '@/components/ui/said'
import { Section } from '@/components/ui/section'
import { i18n } from '#i18n'
import { useErrand } from '../acts/use-errand'
import { usePanel } from '../panel-context'
import { Trouble } from '../states/trouble'

const icons: Record<TodayItem['kind'], { icon: LucideIcon; tone: string }> = {
  returned: { icon: CornerDownLeft, tone: 'text-accent' },
  answered: { icon: Library, tone: 'text-accent' },
  opened: { icon: Eye, tone: 'text-good' },
  'to-judge': { icon: Scale, tone: 'text-faint' },
  stuck: { icon: TriangleAlert, tone: 'text-warn' },
}
const shownFirst = 20

/** Leads that wait for the same reason. */
export function TodayGroup({ kind, items }: { kind: TodayItem['kind']; items: readonly TodayItem[] }) {
  const [shown, setShown] = useState(shownFirst)
  return (
    <Section title={message(labelKey('today.kind', kind))} aside={<span className="text-small text-faint tabular-nums">{items.length}</span>}>
      <ul className="-mx-1.5">{items.slice(0, shown).map((item) => <Row key={`${recordKey(item.ref)}:${item.at}`} item={item} />)}</ul>
      {items.length > shown && (
        <button type="button" className="min-h-6 text-small font-medium text-accent" onClick={() => setShown(shown + shownFirst)}>{i18n.t('today.more', [String(items.length - shown)])}</button>
      )}
    </Section>
  )
}

/** One click opens the record in its CRM. */
function Row({ item }: { item: TodayItem }) {
  const { bus } = usePanel()
  const { run: go, error } = useErrand(() => bus.ask('record.go', { ref: item.ref }))
  const { icon: Icon, tone } = icons[item.kind]
  return (
    <li>
      <button type="button" onClick={go} className="flex w-full items-start gap-2 rounded-md px-1.5 py-1.5 text-start transition-colors hover:bg-sunken">
        <Icon aria-hidden size={15} className={`mt-0.5 shrink-0 ${tone}`} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline justify-between gap-2">
            <span className="min-w-0 truncate font-medium"><Foreign text={item.name} max={80} /></span>
            <span className="shrink-0 text-tiny text-faint"><Ago at={item.at} /></span>
          </span>
          {item.company && <span className="block truncate text-small text-soft"><Foreign text={item.company} max={80} /></span>}
          <span className="block text-small text-soft"><Said sentence={item.sentence} /></span>
        </span>
      </button>
      {error && <Trouble error={error} again={go} service={crmName(item.ref.crm)} />}
    </li>
  )
}
