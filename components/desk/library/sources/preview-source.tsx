import { useEffect, useState } from 'react'
import type { FixedFields } from '@/lib/domain/source'
import type { FoundSource } from '@/lib/domain/source-ports'
import { labelKey } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useTell } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Check } from '../../shell/field'
import { MappingTable } from '../import/mapping-table'
import { PlanPreview } from '../import/plan-preview'
import { FixedForm } from './fixed-form'
import { nameOf } from './host-of'

/** What following would bring, with every choice that changes it; nothing is written before the last click. */
export function PreviewSource({ found: { kind, address, title }, onBack, onDone }: { found: FoundSource; onBack: () => void; onDone: () => void }) {
  const { mutate: read, data: preview, isPending, error } = useTell('source.preview')
  const follow = useTell('source.follow', 'source.list', 'library.list', 'desk.state')
  const [mapping, setMapping] = useState<Record<string, string>>()
  const [fixed, setFixed] = useState<FixedFields>({})
  const [takesPlaybook, setTakesPlaybook] = useState(false)
  const [changed, setChanged] = useState(false)
  useEffect(() => read({ kind, address }), [read, kind, address])
  const again = () => read({ kind, address, mapping: mapping ?? preview?.mapping, fixed }, { onSuccess: () => setChanged(false) })
  const writes = (preview?.added ?? 0) + (preview?.changed ?? 0)

  return (
    <div className="flex flex-col items-start gap-4">
      <p><span className="font-medium">{message(labelKey('sources', `kind_${kind}`))}</span> · <Foreign text={preview?.title ?? nameOf({ title, address })} max={160} /></p>
      {isPending && <p role="status" className="text-soft">{i18n.t('sources.reading')}</p>}
      <Problem of={error ?? follow.error} retry={error ? again : undefined} />
      {preview && (
        <>
          <div className="flex w-full flex-col gap-2">
            <h3 className="font-semibold">{i18n.t('sources.previewTitle')}</h3>
            <p>{i18n.t('sources.items', preview.items)}{preview.waiting > 0 && <> · {i18n.t('sources.waiting', preview.waiting)}</>}</p>
            <PlanPreview plan={preview} />
            {preview.sample.length > 0 && (
              <Disclosure title={i18n.t('sources.sample')}>
                <ul className="divide-y divide-line">
                  {preview.sample.map((asset) => <li key={asset.id} className="py-1"><Foreign text={asset.title} max={140} /> <span className="text-small text-soft">· {message(labelKey('asset', asset.kind))} · {asset.language}{asset.topics.length > 0 && <> · <Foreign text={asset.topics.join(', ')} max={120} /></>}</span></li>)}
                </ul>
              </Disclosure>
            )}
          </div>
          <MappingTable columns={preview.columns} mapping={mapping ?? preview.mapping} onChange={(next) => { setMapping(next); setChanged(true) }} />
          <FixedForm fixed={fixed} onChange={(next) => { setFixed(next); setChanged(true) }} />
          {preview.playbook && <Check label={i18n.t('sources.takesPlaybook')} hint={i18n.t('sources.takesPlaybookHint')} checked={takesPlaybook} onChange={(event) => setTakesPlaybook(event.target.checked)} />}
          {preview.documents > 0 && <p className="text-soft">{i18n.t('sources.carriesDocuments', preview.documents)}</p>}
        </>
      )}
      <div className="flex flex-wrap gap-2">
        {preview && changed && <Button off={isPending} onClick={again}>{i18n.t('sources.again')}</Button>}
        {preview && <Button look="primary" off={changed || isPending || follow.isPending} onClick={() => follow.mutate({ kind, address, mapping: mapping ?? preview.mapping, fixed, takesPlaybook }, { onSuccess: onDone })}>
          {writes > 0 ? i18n.t('sources.follow', writes) : i18n.t('sources.followOnly')}
        </Button>}
        <Button look="quiet" onClick={onBack}>{i18n.t('sources.back')}</Button>
      </div>
    </div>
  )
}
