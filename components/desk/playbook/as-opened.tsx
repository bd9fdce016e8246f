import { useState, type ReactNode } from 'react'
import { i18n } from '#i18n'

/**
 * Keeps a form from putting back what somebody else changed while it was open: `mayReplace` is false once where what it was opened on is another now, and
 * `note` says so. Who was told and saves again means it.
 */
export function useAsOpened(current: unknown): { mayReplace: () => boolean; note: ReactNode } {
  const now = JSON.stringify(current)
  const [known, setKnown] = useState(now)
  const [told, setTold] = useState(false)
  return {
    mayReplace() {
      if (now === known) return true
      setKnown(now)
      setTold(true)
      return false
    },
    note: told && <p role="alert" className="text-warn">{i18n.t('playbook.changedMeanwhile')}</p>,
  }
}
