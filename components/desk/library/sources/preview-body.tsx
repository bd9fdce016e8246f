import type { SourcePreview } from '@/lib/domain/source-preview'
import { labelKey } from '@/lib/domain/sentence'
import { Disclosure } from '@/components/ui/disclosure'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { PlanPreview } from '../import/plan-preview'
import { FieldChanges } from './field-changes'

/** What a reading would do to the library: in numbers, in problems, and in the first of what it brings. */
export function PreviewBody({ title, preview }: { title: string; preview: SourcePreview }) {
  return (
    <div className="flex w-full flex-col gap-2">
      <h3 className="font-semibold">{title}</h3>
      <p>{i18n.t('sources.items', preview.items)}{preview.waiting > 0 && <> · {i18n.t('sources.waiting', preview.waiting)}</>}</p>
      <PlanPreview plan={preview} />
      {preview.changes.length > 0 && <Disclosure title={i18n.t('sources.editChanges')}><FieldChanges changes={preview.changes} /></Disclosure>}
      {preview.sample.length > 0 && (
        <Disclosure title={i18n.t('sources.sample')}>
          <ul className="divide-y divide-line">
            {preview.sample.map((asset) => <li key={asset.id} className="py-1"><Foreign text={asset.title} max={140} /> <span className="text-small text-soft">· {message(labelKey('asset', asset.kind))} · {asset.language}{asset.topics.length > 0 && <> · <Foreign text={asset.topics.join(', ')} max={120} /></>}</span></li>)}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
