import { createContext, useContext } from 'react'
import type { Playbook } from '@/lib/domain/playbook'
import { useTell } from '../data/ask'

/** The playbook on the page; `readOnly` where a rep looks, or where it is an earlier version. */
export const PlaybookContext = createContext<{ playbook: Playbook; readOnly: boolean } | undefined>(undefined)

export interface PlaybookEdit {
  playbook: Playbook
  readOnly: boolean
  /** Saves the playbook with this part replaced, as the next version. */
  save: (change: Partial<Playbook>, done?: () => void) => void
  error: Error | null
  pending: boolean
}

export function usePlaybookEdit(): PlaybookEdit {
  const shown = useContext(PlaybookContext)
  if (!shown) throw new Error('outside of the playbook')
  const tell = useTell('playbook.save', 'playbook.get', 'playbook.versions', 'playbook.unmapped', 'playbook.promises', 'playbook.predictions', 'feedback.page')
  return {
    ...shown,
    save: (change, done) => tell.mutate({ ...shown.playbook, ...change }, done ? { onSuccess: done } : {}),
    error: tell.error, pending: tell.isPending,
  }
}
