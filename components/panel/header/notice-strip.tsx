import { CornerDownLeft, Library, MailOpen, Megaphone, Sparkles, Timer, X, type LucideIcon } from 'lucide-react'
import { useQueryClient } from '@tanstack/react-query'
import type { Notice } from '@/lib/domain/view'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'
import { updateRecord } from '../data/use-record'
import { useOnScreen } from '../data/record-context'
import { useScreenStore } from '../data/screen-store'
import { usePanel } from '../panel-context'

/** First things first; what the first verdict explains stands in the verdict bar instead. */
const order = ['return-due', 'opened', 'finding', 'answer', 'promotion', 'promise'] as const
const icons: Record<(typeof order)[number], LucideIcon> = { 'return-due': CornerDownLeft, opened: MailOpen, finding: Sparkles, answer: Library, promotion: Megaphone, promise: Timer }

/** One notice at a time. */
export function NoticeStrip({ notices }: { notices: readonly Notice[] }) {
  const dismiss = useDismissNotice()
  const screen = useScreenStore()
  const kind = order.find((wanted) => notices.some((notice) => notice.kind === wanted))
  const notice = notices.find((candidate) => candidate.kind === kind)
  if (!kind || !notice) return null
  const Icon = icons[kind]
  const { opens } = notice
  return (
    <div role="note" className="flex items-start gap-2 border-b border-line bg-accent-soft py-1.5 ps-3 pe-1.5">
      <Icon aria-hidden size={15} className="mt-0.5 shrink-0 text-accent" />
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-2 gap-y-1">
        <p className="min-w-0 flex-1 basis-52 py-px"><Said sentence={notice.sentence} dates={notice.kind === 'opened' ? 'ago' : 'day'} /></p>
        {opens?.what === 'asset' && <Button look="primary" className="shrink-0" onClick={() => screen.setState({ page: { name: 'send', assetId: opens.id } })}>{i18n.t('panel.suggestions.send')}</Button>}
        {opens?.what === 'promotion' && <Button className="min-h-6 shrink-0 px-2 text-small" onClick={() => screen.setState({ promotion: opens.id })}>{i18n.t('promotion.show')}</Button>}
      </div>
      <IconButton icon={X} label={i18n.t('panel.dismiss')} className="-my-0.5 size-6" onClick={() => dismiss(notice.id)} />
    </div>
  )
}

/** Takes a notice away for good. */
export function useDismissNotice(): (id: string) => void {
  const { bus } = usePanel()
  const { ref } = useOnScreen()
  const client = useQueryClient()
  return (id) => {
    updateRecord(client, ref, (view) => ({ ...view, notices: view.notices.filter((notice) => notice.id !== id) }))
    bus.ask('notice.dismiss', { id }).catch(() => client.invalidateQueries({ queryKey: ['record'] }))
  }
}
