import { X } from 'lucide-react'
import type { RecordView, VerdictView } from '@/lib/domain/view'
import { IconButton } from '@/components/ui/icon-button'
import { Said } from '@/components/ui/said'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useScreenStore } from '../data/screen-store'
import { useDismissNotice } from '../header/notice-strip'
import { Trouble } from '../states/trouble'
import { Blame } from './blame'
import { Helped } from './helped'
import { Reasons } from './reasons'
import { Return } from './return'
import { useDetail } from './use-detail'

/** What may be added to a verdict. Everything here is optional, and kept with the click that says it. */
export default function Details({ mine, view }: { mine: VerdictView; view: RecordView }) {
  const screen = useScreenStore()
  const dismiss = useDismissNotice()
  const detail = useDetail(mine)
  const first = view.notices.find(({ kind }) => kind === 'first-verdict')
  return (
    <div className="relative -mx-3 mt-1 min-h-16 flex-auto space-y-2 overflow-y-auto border-t border-line px-3 pt-1.5 pb-1">
      {first && (
        <div role="note" className="rounded-md bg-accent-soft px-2 py-1.5">
          <p><Said sentence={first.sentence} /></p>
          <Button look="quiet" className="-ms-2 min-h-6 px-2 text-small text-accent" onClick={() => dismiss(first.id)}>{i18n.t('panel.verdict.gotIt')}</Button>
        </div>
      )}
      <Reasons mine={mine} detail={detail} />
      {mine.event.verdict === 'wrong' && <Blame mine={mine} detail={detail} definitions={view.definitions} />}
      {mine.event.verdict === 'not_yet' && <Return mine={mine} detail={detail} />}
      {mine.event.verdict === 'good' && <Helped mine={mine} detail={detail} stories={view.stories} />}
      <IconButton icon={X} label={i18n.t('panel.verdict.done')} className="absolute end-1.5 top-1 size-6" onClick={() => screen.setState({ judging: undefined })} />
      {detail.error && <Trouble error={detail.error} again={detail.clearError} />}
    </div>
  )
}
