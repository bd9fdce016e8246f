import { cx } from './cx'

/** The shape of a text that is still coming. */
export function Bone({ className }: { className?: string }) {
  return <span aria-hidden className={cx('block animate-pulse rounded-sm bg-sunken', className)} />
}
