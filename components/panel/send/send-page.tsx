import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { toErrorInfo } from '@/lib/domain/errors'
import { recordKey } from '@/lib/domain/record-ref'
import type { RecordView } from '@/lib/domain/view'
import { i18n } from '#i18n'
import { useAsset } from '../data/use-asset'
import { useOnScreen } from '../data/record-context'
import { useCrmName } from '../data/use-crm-name'
import { usePanel } from '../panel-context'
import { Bones } from '../states/skeleton'
import { Trouble } from '../states/trouble'
import { Compose } from './compose'
import { Opened } from './opened'
import { PageFrame } from './page-frame'
import type { SendResult } from './use-send'

/** First click: what would go to whom, ready to be changed. Second click: the composer. */
export default function SendPage({ view, assetId }: { view: RecordView; assetId: string }) {
  const { bus } = usePanel()
  const { ref, context } = useOnScreen()
  const crm = useCrmName()
  const [result, setResult] = useState<SendResult>()
  const { asset, error, again } = useAsset(assetId, view.assets[assetId])
  const prepared = useQuery({
    queryKey: ['prepare', recordKey(ref), assetId],
    queryFn: () => bus.ask('send.prepare', { ref, assetId, ...(context.preferredChannel ? { channel: context.preferredChannel } : {}) }),
  })
  const title = i18n.t('send.title')
  const trouble = error ?? (prepared.error ? toErrorInfo(prepared.error) : undefined)
  if (trouble) return <PageFrame title={title}><Trouble error={trouble} again={() => (error ? again() : void prepared.refetch())} service={crm} look="card" /></PageFrame>
  if (!asset || !prepared.data) return <PageFrame title={title}><Bones /></PageFrame>
  if (result) return <Opened result={result} view={view} />
  return <Compose asset={asset} prepared={prepared.data} opened={setResult} />
}
