import { useState } from 'react'
import { actionOf, type ErrorAction, type ErrorInfo } from '@/lib/domain/errors'
import { ErrorNote, errorText } from '@/components/ui/error-note'
import { i18n } from '#i18n'
import { copyText } from '../acts/copy-text'
import { usePanel } from '../panel-context'

interface TroubleProps {
  error: ErrorInfo
  /** Repeats what failed. */
  again: () => void
  service?: string | undefined
  look?: 'strip' | 'note' | 'card'
}

const pages = { 'sign-in': 'connections', connect: 'connections', 'grant-access': 'connections', 'finish-set-up': 'set-up', 'open-data': 'data' } as const

/** A failure with its way out, as far as a panel can go it. */
export function Trouble({ error, again, service, look = 'note' }: TroubleProps) {
  const { bus, host } = usePanel()
  const [said, setSaid] = useState<string>()

  async function help(action: ErrorAction) {
    if (action in pages) await bus.ask('desk.open', { page: pages[action as keyof typeof pages] })
    else if (action === 'open-side-panel') setSaid((await bus.ask('panel.open-side-panel', {})).opened ? undefined : i18n.t('panel.useToolbar'))
    else if (action === 'ask-admin') setSaid((await copyText(adminText(error, service))) ? i18n.t('panel.copied') : adminText(error, service))
    else if (action === 'reload-page') location.reload()
    else again()
  }
  // A frame cannot reload the page around it, and its own reload would need that page's help.
  const helpless = actionOf(error.kind) === 'reload-page' && host === 'frame'
  return (
    <ErrorNote error={error} service={service} look={look} act={helpless ? undefined : (action) => void help(action).catch(() => setSaid(i18n.t('panel.helpFailed')))}>
      {said && <p role="status" className="text-small text-soft select-text">{said}</p>}
    </ErrorNote>
  )
}

function adminText(error: ErrorInfo, service: string | undefined): string {
  return i18n.t('panel.adminMessage', [errorText(error, service), error.detail ?? ''])
}
