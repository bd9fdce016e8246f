import { labelKey } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { clip } from '@/components/ui/clip'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useSettled } from '../acts/use-settled'
import { useAsset } from '../data/use-asset'
import { useScreenStore } from '../data/screen-store'
import { useCrmName } from '../data/use-crm-name'
import { Star } from '../search/star'
import { Bones } from '../states/skeleton'
import { Trouble } from '../states/trouble'
import { DeliveryState } from '../states/delivery-state'
import { PageFrame } from './page-frame'
import { useMeeting } from './use-meeting'
import { useState } from 'react'
import type { SendView } from '@/lib/domain/view'

const longest = 40_000

/** A call sheet to read while on the phone. */
export default function ReadPage({ assetId }: { assetId: string }) {
  const screen = useScreenStore()
  const crm = useCrmName()
  const settled = useSettled()
  const [used, setUsed] = useState<SendView>()
  const meeting = useMeeting(setUsed)
  const { asset, error, again } = useAsset(assetId)
  if (error) return <PageFrame title={i18n.t('panel.suggestions.read')}><Trouble error={error} again={again} service={crm} look="card" /></PageFrame>
  if (!asset) return <PageFrame title={i18n.t('panel.suggestions.read')}><Bones /></PageFrame>
  const footer = (
    <div className="flex flex-wrap gap-1.5">
      {asset.shareable && asset.url && <Button look="primary" onClick={() => screen.setState({ page: { name: 'send', assetId } })}>{i18n.t('panel.suggestions.send')}</Button>}
      <Button off={!settled || meeting.pending !== undefined} {...meeting.on(assetId)}>{i18n.t('send.channel.meeting')}</Button>
      {used && <p role="status" className="w-full text-small text-good">{i18n.t('send.opened.meeting')}</p>}
      {used && <DeliveryState eventId={used.event.id} delivery={used.delivery} />}
      {meeting.error && <Trouble error={meeting.error} again={meeting.clearError} service={crm} />}
    </div>
  )
  return (
    <PageFrame title={<Foreign text={asset.title} max={160} />} aside={<Star asset={asset} />} footer={footer}>
      <p className="pb-2 text-small text-soft">{message(labelKey('asset', asset.kind))}</p>
      <article dir="auto" className="max-w-prose text-large leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">{clip(asset.body ?? asset.abstract, longest)}</article>
    </PageFrame>
  )
}
