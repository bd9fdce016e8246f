import { useId } from 'react'
import { verdictValue, type VerdictValue } from '@/lib/domain/ledger'

/** Each verdict has a colour and a pattern, so that charts are read without seeing colours. */
const marks: Record<VerdictValue, { color: string; lines?: string }> = {
  good: { color: 'var(--good)' },
  not_yet: { color: 'var(--warn)', lines: 'M0 6 6 0' },
  wrong: { color: 'var(--bad)', lines: 'M0 0 6 6M0 6 6 0' },
  cant_tell: { color: 'var(--edge)', lines: 'M0 3H6' },
}

export function useVerdictFills(): { fillOf: (verdict: VerdictValue) => string; definitions: React.ReactNode } {
  const id = useId()
  return {
    fillOf: (verdict) => `url(#${id}-${verdict})`,
    definitions: (
      <defs>
        {verdictValue.options.map((verdict) => (
          <pattern key={verdict} id={`${id}-${verdict}`} width={6} height={6} patternUnits="userSpaceOnUse">
            <rect width={6} height={6} fill={marks[verdict].color} />
            {marks[verdict].lines && <path d={marks[verdict].lines} stroke="var(--paper)" strokeWidth={1.2} fill="none" />}
          </pattern>
        ))}
      </defs>
    ),
  }
}

/** The sample of a verdict's colour and pattern that stands before its name. */
export function VerdictMark({ verdict }: { verdict: VerdictValue }) {
  const { fillOf, definitions } = useVerdictFills()
  return <svg aria-hidden width={12} height={12} className="shrink-0 rounded-sm">{definitions}<rect width={12} height={12} fill={fillOf(verdict)} /></svg>
}
