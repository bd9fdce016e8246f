import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

export interface ChipProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  pressed: boolean
  children: ReactNode
}

/** A choice that stays visible: pressed or not. */
export function Chip({ pressed, className, children, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={cx(
        'inline-flex min-h-6 max-w-full min-w-0 items-center gap-1 rounded-full border px-2.5 py-0.5 text-start text-small transition-colors',
        pressed ? 'border-accent bg-accent-soft font-medium text-accent-strong' : 'border-line bg-paper text-soft hover:border-edge hover:text-ink',
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  )
}
