import type { ErrorInfo } from '@/lib/domain/errors'
import { i18n } from '#i18n'
import { usePanel } from '../panel-context'
import { Skeleton } from './skeleton'
import { Trouble } from './trouble'

/** The panel cannot even learn where it is: outdated, unproven, or without a background. */
export function Stopped({ error }: { error: ErrorInfo }) {
  const { where } = usePanel()
  // The loader is about to build this frame anew.
  if (error.kind === 'need-ticket') return <Skeleton />
  return (
    <main className="p-3">
      <h1 className="sr-only">{i18n.t('panel.title')}</h1>
      <Trouble error={error} again={() => void where.reread()} look="card" />
    </main>
  )
}
