import { TriangleAlert, X } from 'lucide-react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { labelKey } from '@/lib/domain/sentence'
import { IconButton } from '@/components/ui/icon-button'
import { message } from '@/components/ui/message'
import { useNow } from '@/components/ui/now'
import { dayText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useTellAloud } from '../data/ask'

/** What went wrong while nobody looked: shown until somebody says so. */
export function Warnings({ state }: { state: DeskState }) {
  const now = useNow()
  const dismiss = useTellAloud('warning.dismiss', 'desk.state')
  return state.warnings.map((warning) => (
    <div key={warning.id} role="alert" className="flex items-center gap-2 border-b border-line bg-warn-soft px-4 py-2 print:hidden">
      <TriangleAlert aria-hidden size={16} className="shrink-0 text-warn" />
      <p className="flex-1">{message(labelKey('deskWarning', warning.kind), [detailText(warning, now)])}</p>
      <IconButton icon={X} label={i18n.t('desk.dismiss')} onClick={() => dismiss.mutate({ id: warning.id })} />
    </div>
  ))
}

/** A day is written as the reader writes it. */
function detailText({ kind, detail = '' }: DeskState['warnings'][number], now: number): string {
  const day = kind === 'erasure-refused' ? Date.parse(detail) : NaN
  return Number.isNaN(day) ? detail : dayText(day, now)
}
