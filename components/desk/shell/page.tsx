import type { ReactNode } from 'react'

/** A page of the desk: its title, one sentence about it, what can be done, and the content. */
export function DeskPage({ title, lead, actions, children }: { title: string; lead?: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <main className="mx-auto flex w-full max-w-6xl min-w-0 flex-1 flex-col gap-5 px-4 py-6 md:px-8 print:max-w-none print:gap-3 print:p-0">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 className="text-title font-semibold">{title}</h1>
          {lead && <p className="max-w-3xl pt-1 text-balance text-soft">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </header>
      {children}
    </main>
  )
}

/** One topic on a page. */
export function Card({ title, aside, children, tone = 'plain' }: { title?: ReactNode; aside?: ReactNode; children: ReactNode; tone?: 'plain' | 'danger' }) {
  return (
    <section className={`rounded-lg border bg-paper p-4 ${tone === 'danger' ? 'border-bad' : 'border-line'}`}>
      {title && (
        <div className="flex flex-wrap items-center justify-between gap-2 pb-3">
          <h2 className="text-large font-semibold">{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}
