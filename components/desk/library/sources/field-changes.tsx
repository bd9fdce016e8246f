import type { FieldChange } from '@/lib/domain/field-changes'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'

/** What would be different in assets that are here already, value by value. */
export function FieldChanges({ changes }: { changes: readonly FieldChange[] }) {
  const byAsset = [...Map.groupBy(changes, ({ title }) => title)]
  return (
    <ul className="divide-y divide-line">
      {byAsset.map(([title, own]) => (
        <li key={title} className="py-1.5">
          <p className="font-medium"><Foreign text={title} max={140} /></p>
          <dl className="text-small">
            {own.map(({ field, from, to }) => (
              <div key={field} className="flex flex-wrap gap-x-2">
                <dt className="text-soft">{message(`import.field_${field}`)}</dt>
                <dd className="min-w-0"><del className="text-faint"><Value text={from} /></del> → <ins className="no-underline"><Value text={to} /></ins></dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

function Value({ text }: { text: string }) {
  return text === '' ? <>{i18n.t('sources.nothing_before')}</> : <Foreign text={text} max={100} />
}
