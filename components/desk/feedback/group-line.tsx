import type { ReactNode } from 'react'
import type { Acceptance } from '@/lib/domain/acceptance'
import { cx } from '@/components/ui/cx'
import { numberText } from '@/components/ui/when'
import { RateBar } from './rate-bar'

interface GroupLineProps {
  name: ReactNode
  acceptance: Acceptance
  strong?: boolean
  /** Shows the verdicts behind the line, or those of one kind. */
  pick: (verdict: string) => void
}

/** One group: its rate, the number it rests on, and the four verdicts; every number leads to what it counts. */
export function GroupLine({ name, acceptance, strong = false, pick }: GroupLineProps) {
  const { good, notYet, wrong, cantTell, rate } = acceptance
  const counts = [['good', good], ['not_yet', notYet], ['wrong', wrong], ['cant_tell', cantTell]] as const
  return (
    <tr className={cx('border-b border-line last:border-0 hover:bg-raised', strong && 'font-semibold')}>
      <th scope="row" className={cx('max-w-72 px-3 py-1.5 break-words sm:min-w-28', strong ? 'font-semibold' : 'font-medium')}>
        <button type="button" onClick={() => pick('')} className="max-w-full rounded-sm text-left text-accent-strong underline-offset-2 hover:underline">{name}</button>
      </th>
      <td className="px-3 py-1.5 font-normal"><RateBar rate={rate} /></td>
      <td className="px-3 py-1.5 text-right tabular-nums">{numberText(rate.n)}</td>
      {counts.map(([verdict, count]) => (
        <td key={verdict} className="px-3 py-1.5 text-right font-normal tabular-nums">
          {count === 0
            ? <span className="text-faint">0</span>
            : <button type="button" onClick={() => pick(verdict)} className="min-w-6 rounded-sm text-right underline-offset-2 hover:underline">{numberText(count)}</button>}
        </td>
      ))}
    </tr>
  )
}
