import type { ComponentProps } from 'react'
import { cx } from './cx'

const base =
  'inline-flex min-h-7 max-w-full items-center justify-center gap-1.5 rounded-md px-2.5 py-1 text-base font-medium select-none ' +
  'transition-colors aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-faint'
const looks = {
  primary: 'border border-accent bg-accent text-accent-ink hover:border-accent-strong hover:bg-accent-strong',
  plain: 'border border-edge bg-paper text-ink hover:bg-sunken',
  quiet: 'border border-transparent text-soft hover:bg-sunken hover:text-ink',
} as const

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  look?: keyof typeof looks
  /** Looks and says that it cannot be used, but can be reached: a click is answered, never swallowed by the browser. */
  off?: boolean | undefined
}

export function Button({ look = 'plain', off = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-disabled={off || undefined}
      className={cx(base, looks[look], className)}
      // An off button of a form would still send it, by Enter in a field, too.
      onClick={off ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {children}
    </button>
  )
}
