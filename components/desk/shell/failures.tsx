import { X } from 'lucide-react'
import { useMutationState, useQueryClient } from '@tanstack/react-query'
import { IconButton } from '@/components/ui/icon-button'
import { i18n } from '#i18n'
import { Problem } from '../data/problem'

/** Says that the last act without a place of its own failed, until another one succeeds or somebody has read it. */
export function Failures() {
  const acts = useMutationState({
    filters: { predicate: ({ meta }) => meta?.['aloud'] === true },
    // Not the act itself, which stays the same object while it fails.
    select: ({ mutationId, state: { status, error, submittedAt } }) => ({ mutationId, status, error, submittedAt }),
  })
  const cache = useQueryClient().getMutationCache()
  const last = acts.toSorted((a, b) => a.submittedAt - b.submittedAt).at(-1)
  if (!last || last.status !== 'error') return null
  const read = () => cache.getAll().filter(({ mutationId }) => mutationId === last.mutationId).forEach((act) => cache.remove(act))
  return (
    <div className="sticky top-0 z-20 flex items-start gap-2 border-b border-line bg-warn-soft px-4 py-2 print:hidden">
      <div className="min-w-0 flex-1"><Problem of={last.error} look="note" /></div>
      <IconButton icon={X} label={i18n.t('desk.dismiss')} onClick={read} />
    </div>
  )
}
