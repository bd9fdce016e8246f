import { useEffect, useState, type ComponentProps } from 'react'
import { Undo2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { usePanel } from '../panel-context'

interface UndoProps extends Pick<ComponentProps<typeof Button>, 'onClick' | 'onPointerDown'> {
  /** Epoch milliseconds at which it ends. */
  until: number
  off: boolean
}

/** Undo, with the seconds that are left. */
export function Undo({ until, off, ...handlers }: UndoProps) {
  const { clock } = usePanel()
  const [left, setLeft] = useState(() => until - clock())
  useEffect(() => {
    const count = () => {
      const rest = until - clock()
      setLeft(rest)
      if (rest <= 0) clearInterval(timer)
    }
    const timer = setInterval(count, 250)
    count()
    return () => clearInterval(timer)
  }, [until, clock])
  if (left <= 0) return null
  return (
    <Button off={off} className="min-h-6 shrink-0 px-2 text-small" {...handlers}>
      <Undo2 aria-hidden size={13} />
      {i18n.t('panel.verdict.undo')}
      <span aria-hidden className="min-w-3 text-end tabular-nums text-faint">{Math.ceil(left / 1000)}</span>
    </Button>
  )
}
