import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'

interface SureButtonProps {
  text: string
  /** What the button is about, for who does not see its row. */
  of: string
  /** What it would do, said before. */
  sure: string
  off: boolean
  onSure: () => void
}

/** A button that says what it would do and does it at the second click. */
export function SureButton({ text, of, sure, off, onSure }: SureButtonProps) {
  const [asked, setAsked] = useState(false)
  if (!asked) return <Button look="quiet" off={off} aria-label={of} onClick={() => setAsked(true)}>{text}</Button>
  return (
    <span className="flex flex-wrap items-center gap-1">
      {sure}
      <Button off={off} onClick={() => { setAsked(false); onSure() }}>{text}</Button>
      <Button look="quiet" onClick={() => setAsked(false)}>{i18n.t('desk.cancel')}</Button>
    </span>
  )
}
