import { useId, useLayoutEffect, useRef, useState } from 'react'
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

/** A button that says what it would do and does it at the second click. The keyboard stays where it was. */
export function SureButton({ text, of, sure, off, onSure }: SureButtonProps) {
  const id = useId()
  const [asked, setAsked] = useState<boolean>()
  const place = useRef<HTMLSpanElement>(null)
  // What was ended takes its row along: the keyboard goes on at the card.
  useLayoutEffect(() => () => {
    const card = place.current?.contains(document.activeElement) ? place.current.closest('section') : null
    if (!card) return
    card.tabIndex = -1
    card.focus()
  }, [])
  return <span ref={place} className="flex flex-wrap items-center gap-1">{asked ? question() : <Button look="quiet" off={off} aria-label={of} autoFocus={asked === false} onClick={() => setAsked(true)}>{text}</Button>}</span>

  function question() {
    return (
      <span role="group" aria-label={of} className="flex flex-wrap items-center gap-1">
        <span id={id}>{sure}</span>
        <Button off={off} aria-label={of} aria-describedby={id} onClick={() => { setAsked(false); onSure() }}>{text}</Button>
        <Button look="quiet" autoFocus aria-describedby={id} onClick={() => setAsked(false)}>{i18n.t('desk.cancel')}</Button>
      </span>
    )
  }
}
