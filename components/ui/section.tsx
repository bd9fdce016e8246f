import { useId, type ReactNode } from 'react'

/** A titled part of the screen. `aside` stands at the right of the title. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="px-3 pt-3.5">
      <div className="flex min-h-6 items-center justify-between gap-2 pb-1.5">
        <h2 id={id} className="text-small font-semibold text-ink">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
