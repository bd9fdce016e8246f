import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { Problem } from '../../data/problem'
import { FileBox } from '../../shell/field'
import { Card } from '../../shell/page'
import { MappingTable } from './mapping-table'
import { PlanPreview } from './plan-preview'
import { readRows, type ParsedFile } from './read-rows'
import { useImport } from './use-import'

/** File → columns → preview → import. Nothing is written before the last step, and then all or nothing. */
export function ImportWizard({ onDone }: { onDone: () => void }) {
  const [file, setFile] = useState<ParsedFile>()
  const [mapping, setMapping] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<Error | null>(null)
  const { plan, progress, write, cancel } = useImport(onDone)
  const choose = async (chosen: File | undefined) => {
    setFailure(null)
    plan.reset()
    if (!chosen) return
    try {
      const parsed = await readRows(chosen)
      setFile(parsed)
      setMapping(parsed.mapping)
    } catch (thrown) {
      setFailure(thrown instanceof Error ? thrown : new Error(String(thrown)))
    }
  }
  return (
    <Card title={i18n.t('import.title')} aside={<Button look="quiet" onClick={() => { cancel(); onDone() }}>{i18n.t('desk.cancel')}</Button>}>
      <div className="flex flex-col gap-4">
        <label className="flex flex-col gap-1">
          <span className="text-soft">{i18n.t('import.choose')}</span>
          <FileBox accept=".csv,.json,.tsv,text/csv,application/json" onChange={(event) => void choose(event.target.files?.[0])} />
        </label>
        <Problem of={failure ?? plan.error} />
        {file && !plan.data && (
          <>
            <MappingTable columns={file.columns} mapping={mapping} onChange={setMapping} />
            <Button look="primary" className="self-start" off={plan.isPending || !Object.values(mapping).includes('title')} onClick={() => plan.mutate({ rows: file.rows, mapping })}>
              {i18n.t('import.preview', file.rows.length)}
            </Button>
          </>
        )}
        {plan.data && (
          <>
            <PlanPreview plan={plan.data} />
            {progress === undefined
              ? <div className="flex gap-2">
                  <Button look="primary" off={plan.data.added.length + plan.data.changed.length === 0} onClick={() => void write()}>{i18n.t('import.write', plan.data.added.length + plan.data.changed.length)}</Button>
                  <Button look="quiet" onClick={() => plan.reset()}>{i18n.t('import.back')}</Button>
                </div>
              : <div className="flex items-center gap-3">
                  <progress aria-label={i18n.t('import.progress')} value={progress} max={1} className="flex-1" />
                  <Button onClick={cancel}>{i18n.t('import.stop')}</Button>
                </div>}
          </>
        )}
      </div>
    </Card>
  )
}
