import { Suspense, useRef, useState } from 'react'
import { PhoneCall, X } from 'lucide-react'
import type { Asset } from '@/lib/domain/asset'
import type { Suggestion } from '@/lib/domain/suggest/types'
import { labelKey } from '@/lib/domain/sentence'
import { AssetIcon } from '@/components/ui/asset-icon'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { IconButton } from '@/components/ui/icon-button'
import { message } from '@/components/ui/message'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'
import { useSettled } from '../acts/use-settled'
import { useScreenStore } from '../data/screen-store'
import { NotThisOne } from '../later-parts'
import { Star } from '../search/star'
import { useMeeting } from '../send/use-meeting'
import { Trouble } from '../states/trouble'
import { Receipt } from './receipt'

/** One asset that fits, why it does, and what can be done with it. */
export function SuggestionCard({ suggestion, asset, first }: { suggestion: Suggestion; asset: Asset; first: boolean }) {
  const screen = useScreenStore()
  const settled = useSettled()
  const [refusing, setRefusing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const keep = () => {
    setRefusing(false)
    opener.current?.focus()
  }
  const meeting = useMeeting()
  const open = (name: 'send' | 'read') => screen.setState({ page: { name, assetId: asset.id } })
  const [misfit] = suggestion.receipt.misfits
  return (
    <li data-asset={asset.id} className="rounded-lg border border-line bg-raised px-2.5 pt-2 pb-1.5">
      <div className="flex items-start gap-2">
        <span className="pt-0.5"><AssetIcon kind={asset.kind} /></span>
        <h3 className="line-clamp-2 min-w-0 flex-1 font-medium"><Foreign text={asset.title} max={160} /></h3>
        <Star asset={asset} className="-mt-0.5" />
        <IconButton ref={opener} icon={X} label={i18n.t('panel.suggestions.notThisOne')} aria-expanded={refusing} className="-ms-1.5 -me-1.5 -mt-1" onClick={() => setRefusing(!refusing)} />
      </div>
      <p className="ps-[23px] text-small text-soft">
        {message(labelKey('asset', asset.kind))}
        <span aria-hidden> · </span>
        <Said sentence={suggestion.receipt.why} />
      </p>
      {misfit && <p className="ps-[23px] text-small text-warn"><Said sentence={misfit} /></p>}
      {refusing ? <Suspense><NotThisOne asset={asset} close={keep} /></Suspense> : (
        <div className="flex flex-wrap items-center gap-x-1 gap-y-1 pt-1.5">
          {asset.shareable && <Button data-opens="send" look={first ? 'primary' : 'plain'} className="px-3" onClick={() => open('send')}>{i18n.t('panel.suggestions.send')}</Button>}
          {asset.body && <Button data-opens="read" onClick={() => open('read')}>{i18n.t('panel.suggestions.read')}</Button>}
          <IconButton icon={PhoneCall} label={i18n.t('send.channel.meeting')} aria-disabled={!settled || undefined} {...meeting.on(asset.id)} />
          <Receipt receipt={suggestion.receipt} />
        </div>
      )}
      {meeting.error && <Trouble error={meeting.error} again={meeting.clearError} />}
    </li>
  )
}
