import type { ReactNode } from 'react'
import { cx } from './cx'

const tones = {
  calm: 'bg-sunken text-soft',
  accent: 'bg-accent-soft text-accent-strong',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
} as const
export type Tone = keyof typeof tones

/** A small fact with a colour; the words alone say it too. */
export function Tag({ tone = 'calm', children, className }: { tone?: Tone; children: ReactNode; className?: string }) {
  return (
    <span className={cx('inline-flex max-w-full items-center gap-1 rounded-sm px-1.5 text-small font-medium', tones[tone], className)}>
      {children}
    </span>
  )
}
