import { useState } from 'react'
import type { SourceView } from '@/lib/domain/source-preview'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useTell } from '../../data/ask'
import { Check } from '../../shell/field'
import { MappingTable } from '../import/mapping-table'
import { FixedForm } from './fixed-form'
import { PreviewBody } from './preview-body'
import { SourceProblem } from './source-problem'
import { usePreview } from './use-preview'

/** Other columns and values for what is followed already, with what they would change before they are saved. */
export function EditSource({ source, name, onDone }: { source: SourceView; name: string; onDone: () => void }) {
  const { preview, isPending, error, mapping, fixed, stale, again, map, fix } = usePreview(source, { fixed: source.fixed })
  const refresh = useTell('source.refresh', 'source.list', 'library.list')
  const change = useTell('source.change', 'source.list')
  const [takesPlaybook, setTakesPlaybook] = useState(source.takesPlaybook)
  const save = () => change.mutate({ id: source.id, mapping, fixed, takesPlaybook }, {
    onSuccess: () => {
      refresh.mutate({ id: source.id })
      onDone()
    },
  })

  return (
    <section aria-label={i18n.t('sources.edit', [name])} className="flex flex-col items-start gap-4 rounded-md border border-line bg-raised p-3">
      <div>
        <h2 className="font-semibold">{i18n.t('sources.editTitle')}</h2>
        <p className="text-small text-soft">{i18n.t('sources.editLead')}</p>
      </div>
      {isPending && <p role="status" className="text-soft">{i18n.t('sources.reading')}</p>}
      <SourceProblem of={error ?? change.error} retry={error ? again : undefined} />
      {preview && (
        <>
          <MappingTable columns={preview.columns} mapping={mapping} onChange={map} />
          <FixedForm fixed={fixed} onChange={fix} />
          {preview.playbook && <Check label={i18n.t('sources.takesPlaybook')} hint={i18n.t('sources.takesPlaybookHint')} checked={takesPlaybook} onChange={(event) => setTakesPlaybook(event.target.checked)} />}
          <PreviewBody title={i18n.t('sources.editPreview')} preview={preview} />
        </>
      )}
      <div className="flex flex-wrap gap-2">
        {preview && stale && <Button off={isPending} onClick={again}>{i18n.t('sources.again')}</Button>}
        {preview && <Button look="primary" off={stale || isPending || change.isPending} onClick={save}>{i18n.t('sources.save')}</Button>}
        <Button look="quiet" onClick={onDone}>{i18n.t('desk.cancel')}</Button>
      </div>
    </section>
  )
}
