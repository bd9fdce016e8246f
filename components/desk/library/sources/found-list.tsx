import type { FoundSource } from '@/lib/domain/source-ports'
import { labelKey } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { nameOf } from './host-of'

/** What can be followed, one of which is chosen. */
export function FoundList({ title, found, onChoose }: { title: string; found: readonly FoundSource[]; onChoose: (found: FoundSource) => void }) {
  if (found.length === 0) return null
  return (
    <section className="w-full" aria-label={title}>
      <h3 className="pb-1 text-small font-medium text-soft">{title}</h3>
      <ul className="divide-y divide-line rounded-md border border-line">
        {found.map((one) => (
          <li key={`${one.kind} ${one.address}`} className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
            <span className="min-w-0">
              <span className="block font-medium">{message(labelKey('sources', `kind_${one.kind}`))}</span>
              <span className="block truncate text-small text-soft"><Foreign text={nameOf(one)} max={120} /></span>
            </span>
            <Button aria-label={`${i18n.t('sources.choose')}: ${message(labelKey('sources', `kind_${one.kind}`))}, ${nameOf(one)}`} onClick={() => onChoose(one)}>{i18n.t('sources.choose')}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
