import { useQueryClient } from '@tanstack/react-query'
import { useStore } from 'zustand'
import type { ErrorInfo } from '@/lib/domain/errors'
import { useFault } from '@/components/ui/error-boundary'
import { i18n } from '#i18n'
import { usePainted } from '../data/use-painted'
import { usePanel } from '../panel-context'
import { Skeleton } from './skeleton'
import { Trouble } from './trouble'

/** The panel cannot even learn where it is: outdated, unproven, or without a background. */
export function Stopped({ error }: { error: ErrorInfo }) {
  const { where } = usePanel()
  // The loader is about to build this frame anew.
  if (error.kind === 'need-ticket') return <Skeleton />
  return <InPlaceOfAll error={error} again={() => void where.reread()} />
}

/** The screen cannot be drawn at all. `of` is the key of the record it would have shown, whose place this takes for the loader, too. */
export function Broken({ of }: { of: string }) {
  const { error, again } = useFault()
  const { where } = usePanel()
  const client = useQueryClient()
  usePainted(of, true, useStore(where.store, ({ context }) => context))
  const redraw = () => {
    client.clear()
    again()
  }
  return <InPlaceOfAll error={error} again={redraw} />
}

function InPlaceOfAll(trouble: { error: ErrorInfo; again: () => void }) {
  return (
    <main className="p-3">
      <h1 className="sr-only">{i18n.t('panel.title')}</h1>
      <Trouble {...trouble} look="card" />
    </main>
  )
}
