import type { ReactNode } from 'react'
import { CircleAlert, CloudOff, Hourglass, KeyRound, Lock, ShieldAlert, type LucideIcon } from 'lucide-react'
import { actionOf, type ErrorAction, type ErrorInfo, type ErrorKind } from '@/lib/domain/errors'
import { labelKey } from '@/lib/domain/sentence'
import { i18n } from '#i18n'
import { Button } from './button'
import { cx } from './cx'
import { ErrorDetail } from './error-detail'
import { message } from './message'
import { useNow } from './now'
import { timeText } from './when'

const icons: Partial<Record<ErrorKind, LucideIcon>> = {
  'signed-out': KeyRound, 'wrong-user': KeyRound, 'not-connected': KeyRound, forbidden: Lock, 'no-permission': Lock, 'host-blocked': Lock, policy: Lock,
  'rate-limited': Hourglass, quota: Hourglass, timeout: Hourglass, offline: CloudOff, unavailable: CloudOff, covered: ShieldAlert,
}

const minute = 60_000

const frames = {
  strip: 'flex-wrap items-start border-b border-line bg-warn-soft px-3 py-1.5',
  note: 'my-1 flex-wrap items-start rounded-md bg-warn-soft px-2 py-1 text-small',
  card: 'flex-col items-start rounded-lg border border-line bg-raised p-3',
} as const

interface ErrorNoteProps {
  error: ErrorInfo
  /** Who failed, as the reader calls it: "Salesforce". The CRM unless told. */
  service?: string | undefined
  /** Does the one thing that helps. Without it the note only says what is wrong. */
  act?: ((action: ErrorAction) => void) | undefined
  /** `strip` across the screen, `note` within a part of it: content is still there. `card` stands in its place. */
  look?: 'strip' | 'note' | 'card'
  /** The reader sets something up: a service's own words stand there at once. */
  settingUp?: boolean | undefined
  /** More to say or do, after the action. */
  children?: ReactNode
}

/** The one sentence about a failure. */
export function errorText({ kind }: ErrorInfo, service = i18n.t('ui.crmUnknown')): string {
  const text = message(labelKey('error', kind), [service])
  return text.charAt(0).toLocaleUpperCase(i18n.t('ui.locale')) + text.slice(1)
}

/** A failure in one sentence with one action. */
export function ErrorNote({ error, service, act, look = 'strip', settingUp, children }: ErrorNoteProps) {
  const Icon = icons[error.kind] ?? CircleAlert
  const card = look === 'card'
  return (
    <div
      role="alert"
      className={cx('flex gap-2 text-ink', frames[look])}
    >
      <Icon aria-hidden size={card ? 20 : 15} className="mt-0.5 shrink-0 text-warn" />
      <div className="min-w-32 flex-1 wrap-anywhere">
        <p className={card ? 'font-medium' : undefined}>{errorText(error, service)}</p>
        {card && <ErrorDetail error={error} shown={settingUp} />}
      </div>
      <Helper error={error} act={act} primary={card} />
      {children}
    </div>
  )
}

function Helper({ error, act, primary }: { error: ErrorInfo; act: ErrorNoteProps['act']; primary: boolean }) {
  const now = useNow()
  const action = actionOf(error.kind)
  if (action === 'none' || !act) return null
  // Until then the service is left alone; who will not wait has Read again.
  const rest = action === 'wait' || action === 'retry' ? (error.retryAt ?? now) - now : 0
  if (rest > 0) return <p className="shrink-0 text-small text-soft">{rest < minute ? i18n.t('errorAction.wait_moment') : i18n.t('errorAction.wait_until', [timeText(now + rest)])}</p>
  const offered = action === 'wait' ? 'retry' : action
  return (
    <Button look={primary ? 'primary' : 'plain'} className={primary ? undefined : '-my-0.5 min-h-6 shrink-0 px-2 text-small'} onClick={() => act(offered)}>
      {message(labelKey('errorAction', offered))}
    </Button>
  )
}
