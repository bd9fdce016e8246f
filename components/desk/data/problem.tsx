import { actionOf, toErrorInfo, type ErrorAction, type ErrorInfo } from '@/lib/domain/errors'
import { ErrorNote, errorText } from '@/components/ui/error-note'
import { i18n } from '#i18n'
import { useDesk } from '../desk-context'
import { useDoAloud } from './ask'
import { goTo, usePage, type Page } from '../shell/route'

const placeOf: Partial<Record<ErrorAction, Page>> = { 'sign-in': 'connections', connect: 'connections', 'grant-access': 'connections', 'finish-set-up': 'set-up', 'open-data': 'data' }

interface ProblemProps {
  of: Error | ErrorInfo | null
  /** Repeats what failed. */
  retry?: (() => void) | undefined
  /** Who failed, as the reader calls it; the CRM unless told. */
  service?: string | undefined
  settingUp?: boolean | undefined
  look?: 'note' | 'card'
}

/** What went wrong with a question or an act, where it was asked, with its way out. */
export function Problem({ of, retry, service, settingUp, look = 'card' }: ProblemProps) {
  const { door } = useDesk()
  const page = usePage()
  const copy = useDoAloud((text: string) => door.copy(text))
  if (!of) return null
  const error = of instanceof Error ? toErrorInfo(of) : of
  const action = actionOf(error.kind)
  const place = placeOf[action]
  const act = place ? (place === page ? undefined : () => goTo(place)) : action === 'reload-page' ? () => location.reload() : action === 'ask-admin' ? () => copy.mutate(i18n.t('panel.adminMessage', [errorText(error, service), error.detail ?? ''])) : retry
  return (
    <ErrorNote error={error} service={service} look={look} settingUp={settingUp} act={act && (() => act())}>
      {copy.isSuccess && <p role="status" className="text-small text-soft">{i18n.t('connect.copied')}</p>}
    </ErrorNote>
  )
}
