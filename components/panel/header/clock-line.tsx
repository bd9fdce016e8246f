import { Timer } from 'lucide-react'
import type { PromiseClock } from '@/lib/domain/promises/clock'
import { say } from '@/lib/domain/sentence'
import { Said } from '@/components/ui/said'
import { useNow } from '@/components/ui/now'
import { momentText } from '@/components/ui/when'

const hourMs = 3_600_000

/** Sales' promise on this lead, as quietly as a clock on the wall. */
export function ClockLine({ clock: { due, by } }: { clock: PromiseClock }) {
  const hours = (due - useNow()) / hourMs
  return (
    <span title={momentText(due)} className={hours < 0 ? 'text-warn' : undefined}>
      <Timer aria-hidden size={11} className="me-1 inline align-[-1px]" />
      <Said sentence={say(`promise.${hours < 0 ? 'late' : 'left'}_${by === 'opened' ? 'opened' : 'handed'}`, { hours: Math.abs(hours) })} />
    </span>
  )
}
