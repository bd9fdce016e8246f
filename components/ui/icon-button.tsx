import type { ComponentProps } from 'react'
import type { LucideIcon } from 'lucide-react'
import { cx } from './cx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon
  /** What it does: its name for everybody who does not see the picture, its tooltip for those who do. */
  label: string
  spin?: boolean | undefined
}

export function IconButton({ icon: Icon, label, spin, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cx('inline-grid size-7 shrink-0 place-items-center rounded-md text-faint transition-colors hover:bg-sunken hover:text-ink', className)}
      {...rest}
    >
      <Icon aria-hidden size={15} className={spin ? 'animate-spin' : undefined} />
    </button>
  )
}
