import { Button } from '@/components/ui/button'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { Problem } from '../../data/problem'
import { FileBox } from '../../shell/field'
import { Card } from '../../shell/page'
import { MappingTable } from './mapping-table'
import { PlanPreview, summaryOf } from './plan-preview'
import { useImport } from './use-import'

/** File → columns → preview → import. Nothing is written before the last step, and then all or nothing. */
export function ImportWizard({ onDone }: { onDone: () => void }) {
  const { file, mapping, setMapping, plan, work, failure, open, preview, write, back, cancel } = useImport(onDone)
  const writable = (plan?.added.length ?? 0) + (plan?.changed.length ?? 0)
  return (
    <Card title={i18n.t('import.title')} aside={<Button look="quiet" onClick={() => { cancel(); onDone() }}>{i18n.t('desk.cancel')}</Button>}>
      <div className="flex flex-col gap-4">
        <label className="flex flex-col gap-1">
          <span className="text-soft">{i18n.t('import.choose')}</span>
          <FileBox accept=".csv,.json,.tsv,text/csv,application/json" onChange={(event) => { const [chosen] = event.target.files ?? []; if (chosen) void open(chosen) }} />
        </label>
        <Problem of={failure} />
        {work && (
          <div className="flex items-center gap-3">
            <progress aria-label={message(`import.doing_${work.doing}`)} value={work.share} max={1} className="flex-1" />
            <span className="text-soft">{message(`import.doing_${work.doing}`)}</span>
            <Button onClick={cancel}>{i18n.t('import.stop')}</Button>
          </div>
        )}
        {file && !plan && !work && (
          <>
            <MappingTable columns={file.columns} mapping={mapping} onChange={setMapping} />
            <Button look="primary" className="self-start" off={!Object.values(mapping).includes('title')} onClick={() => void preview()}>
              {i18n.t('import.preview', file.rows.length)}
            </Button>
          </>
        )}
        {plan && (
          <>
            <PlanPreview plan={summaryOf(plan)} />
            {!work && (
              <div className="flex gap-2">
                <Button look="primary" off={writable === 0} onClick={() => void write()}>{i18n.t('import.write', writable)}</Button>
                <Button look="quiet" onClick={back}>{i18n.t('import.back')}</Button>
              </div>
            )}
          </>
        )}
      </div>
    </Card>
  )
}
