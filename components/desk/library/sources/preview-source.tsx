import { useState } from 'react'
import type { FoundSource } from '@/lib/domain/source-ports'
import { labelKey } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useTell } from '../../data/ask'
import { Check } from '../../shell/field'
import { MappingTable } from '../import/mapping-table'
import { FixedForm } from './fixed-form'
import { nameOf } from './host-of'
import { PreviewBody } from './preview-body'
import { SourceProblem } from './source-problem'
import { usePreview } from './use-preview'

/** What following would bring, with every choice that changes it; nothing is written before the last click. */
export function PreviewSource({ found: { kind, address, title }, onBack, onDone }: { found: FoundSource; onBack: () => void; onDone: () => void }) {
  const { preview, isPending, error, mapping, fixed, stale, again, map, fix } = usePreview({ kind, address }, { fixed: {} })
  const follow = useTell('source.follow', 'source.list', 'library.list', 'desk.state')
  const [takesPlaybook, setTakesPlaybook] = useState(false)
  const writes = (preview?.added ?? 0) + (preview?.changed ?? 0)

  return (
    <div className="flex flex-col items-start gap-4">
      <p><span className="font-medium">{message(labelKey('sources', `kind_${kind}`))}</span> · <Foreign text={preview?.title ?? nameOf({ title, address })} max={160} /></p>
      {isPending && <p role="status" className="text-soft">{i18n.t('sources.reading')}</p>}
      <SourceProblem of={error ?? follow.error} retry={error ? again : undefined} />
      {preview && (
        <>
          <PreviewBody title={i18n.t('sources.previewTitle')} preview={preview} />
          <MappingTable columns={preview.columns} mapping={mapping} onChange={map} />
          <FixedForm fixed={fixed} onChange={fix} />
          {preview.playbook && <Check label={i18n.t('sources.takesPlaybook')} hint={i18n.t('sources.takesPlaybookHint')} checked={takesPlaybook} onChange={(event) => setTakesPlaybook(event.target.checked)} />}
          {preview.documents > 0 && <p className="text-soft">{i18n.t('sources.carriesDocuments', preview.documents)}</p>}
        </>
      )}
      <div className="flex flex-wrap gap-2">
        {preview && stale && <Button off={isPending} onClick={again}>{i18n.t('sources.again')}</Button>}
        {preview && <Button look="primary" off={stale || isPending || follow.isPending} onClick={() => follow.mutate({ kind, address, mapping, fixed, takesPlaybook }, { onSuccess: onDone })}>
          {writes > 0 ? i18n.t('sources.follow', writes) : i18n.t('sources.followOnly')}
        </Button>}
        <Button look="quiet" onClick={onBack}>{i18n.t('sources.back')}</Button>
      </div>
    </div>
  )
}
