import { message } from './message'

const steps = 4

/** How far somebody got into a content item, 0 to 1, in a word and a small bar. */
export function Depth({ value }: { value: number }) {
  const filled = value <= 0 ? 0 : Math.max(1, Math.round(value * steps))
  const word = message(`ui.depth.${value >= 1 ? 'all' : value >= 0.6 ? 'most' : value >= 0.25 ? 'some' : 'glance'}`)
  return (
    <span title={word} className="inline-flex items-center gap-0.5">
      {Array.from({ length: steps }, (_, step) => (
        <span key={step} aria-hidden className={`h-1 w-2.5 rounded-full border ${step < filled ? 'border-accent bg-accent' : 'border-line bg-line'}`} />
      ))}
      <span className="sr-only">{word}</span>
    </span>
  )
}
