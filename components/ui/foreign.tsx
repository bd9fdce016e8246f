import { clip, isolate } from './clip'

/** Text that was written by others: drawn as text, direction isolated, cut to `max` characters. */
export function Foreign({ text, max = 200, className }: { text: string; max?: number; className?: string }) {
  const shown = clip(text, max)
  return <bdi className={className} title={shown === text ? undefined : isolate(text, 1000)}>{shown}</bdi>
}
