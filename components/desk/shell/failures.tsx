import { X } from 'lucide-react'
import { useMutationState, useQueryClient } from '@tanstack/react-query'
import { IconButton } from '@/components/ui/icon-button'
import { i18n } from '#i18n'
import { Problem } from '../data/problem'

/** Says that the last act without a place of its own failed, until another one succeeds or somebody has read it. */
export function Failures() {
  const client = useQueryClient()
  const last = useMutationState({ filters: { predicate: ({ meta }) => meta?.['aloud'] === true }, select: (act) => act }).toSorted((a, b) => a.state.submittedAt - b.state.submittedAt).at(-1)
  if (!last || last.state.status !== 'error') return null
  return (
    <div className="sticky top-0 z-20 flex items-start gap-2 border-b border-line bg-warn-soft px-4 py-2 print:hidden">
      <div className="min-w-0 flex-1"><Problem of={last.state.error} look="note" /></div>
      <IconButton icon={X} label={i18n.t('desk.dismiss')} onClick={() => client.getMutationCache().remove(last)} />
    </div>
  )
}
