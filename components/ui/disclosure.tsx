import { useId, useState, type ReactNode } from 'react'
import { ChevronRight } from 'lucide-react'
import { cx } from './cx'

interface DisclosureProps {
  /** The text of the button. */
  title: ReactNode
  children: ReactNode
  className?: string
  /** Given by whoever keeps the state; otherwise the disclosure keeps it. */
  open?: boolean
  onToggle?: (open: boolean) => void
}

/** A button that shows what belongs to it. What is closed is not in the page at all. */
export function Disclosure({ title, children, className, open, onToggle }: DisclosureProps) {
  const id = useId()
  const [own, setOwn] = useState(false)
  const shown = open ?? own
  const toggle = () => {
    setOwn(!shown)
    onToggle?.(!shown)
  }
  return (
    <div className={className}>
      <button
        type="button"
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        onClick={toggle}
        className="-mx-1 flex min-h-6 items-center gap-0.5 rounded-md px-1 text-start text-small text-soft transition-colors hover:bg-sunken hover:text-ink"
      >
        <ChevronRight aria-hidden size={14} className={cx('shrink-0 text-faint transition-transform rtl:-scale-x-100', shown && 'rotate-90')} />
        {title}
      </button>
      {shown && <div id={id}>{children}</div>}
    </div>
  )
}
