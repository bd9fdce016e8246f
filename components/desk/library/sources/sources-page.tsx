import { useEffect, useState } from 'react'
import { Rss } from 'lucide-react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../../data/ask'
import { Problem } from '../../data/problem'
import { DeskPage } from '../../shell/page'
import { AddSource } from './add-source'
import { SourceList } from './source-list'

/** Where the library is filled from. What is due is read when the page is opened. */
export default function SourcesPage({ state }: { state: DeskState }) {
  const { data: sources, error, refetch } = useAsk('source.list', {})
  const { mutate: readDue } = useTell('source.refresh-due', 'source.list', 'library.list')
  const [adding, setAdding] = useState(false)
  useEffect(() => readDue({}), [readDue])
  return (
    <DeskPage
      title={i18n.t('sources.page')}
      lead={i18n.t('sources.lead')}
      actions={!adding && sources && sources.length > 0 && <Button look="primary" onClick={() => setAdding(true)}><Rss aria-hidden size={15} />{i18n.t('sources.add')}</Button>}
    >
      {adding && <AddSource connections={state.connections} onDone={() => setAdding(false)} />}
      {error && <Problem of={error} retry={() => void refetch()} />}
      {!sources && !error && <div aria-busy="true" />}
      {sources && (sources.length > 0 ? <SourceList sources={sources} /> : !adding && <Empty onAdd={() => setAdding(true)} />)}
    </DeskPage>
  )
}

function Empty({ onAdd }: { onAdd: () => void }) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-edge p-10 text-center">
      <Rss aria-hidden size={28} className="text-faint" />
      <p className="text-large font-semibold">{i18n.t('sources.empty')}</p>
      <p className="max-w-md text-soft">{i18n.t('sources.emptyText')}</p>
      <Button look="primary" onClick={onAdd}>{i18n.t('sources.add')}</Button>
    </div>
  )
}
