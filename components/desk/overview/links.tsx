import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { numberText } from '@/components/ui/when'
import { feedbackQuery, type FeedbackFilter } from '../feedback/filter-rows'
import { linkTo } from '../shell/route'

/** A number that leads to the verdicts it counts; without a filter to those that are not here. */
export function Behind({ filter, count, children, className }: { filter: Partial<FeedbackFilter> | undefined; count?: number; children?: ReactNode; className?: string }) {
  if (count === 0) return <span className={cx('text-faint', className)}>0</span>
  if (filter === undefined) return <span className={cx('tabular-nums', className)}>{children ?? numberText(count ?? 0)}</span>
  return (
    <a href={linkTo('feedback', feedbackQuery(filter))} className={cx('rounded-sm text-accent-strong tabular-nums underline-offset-2', children === undefined ? 'hover:underline' : 'underline decoration-line hover:decoration-current', className)}>
      {children ?? numberText(count ?? 0)}
    </a>
  )
}
