import { createContext, useContext, useRef } from 'react'
import type { Playbook } from '@/lib/domain/playbook'
import { useTellAloud } from '../data/ask'

export interface PlaybookEdit {
  playbook: Playbook
  /** A rep looks, or it is an earlier version. */
  readOnly: boolean
  /** Saves the playbook with this part replaced, as the next version. */
  save: (change: Partial<Playbook>, done?: () => void) => void
  /** The next version is on its way: what is changed meanwhile would be made from this one, and refused. */
  pending: boolean
}

/** The playbook on the page. */
export const PlaybookContext = createContext<PlaybookEdit | undefined>(undefined)

/** One act for all parts of the page, so that they save one after the other. */
export function useSaving(playbook: Playbook | undefined): Pick<PlaybookEdit, 'save' | 'pending'> {
  const tell = useTellAloud('playbook.save', 'playbook.get', 'playbook.versions', 'playbook.unmapped', 'playbook.promises', 'playbook.predictions', 'feedback.page')
  // Known at once, where `isPending` is known with the next drawing.
  const busy = useRef(false)
  return {
    save(change, done) {
      if (!playbook || busy.current) return
      busy.current = true
      tell.mutate({ ...playbook, ...change }, { onSuccess: () => done?.(), onSettled: () => { busy.current = false } })
    },
    pending: tell.isPending,
  }
}

export function usePlaybookEdit(): PlaybookEdit {
  const edit = useContext(PlaybookContext)
  if (!edit) throw new Error('outside of the playbook')
  return edit
}
