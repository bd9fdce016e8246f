import { toErrorInfo, type ErrorAction, type ErrorInfo } from '@/lib/domain/errors'
import { ErrorNote } from '@/components/ui/error-note'
import { i18n } from '#i18n'
import { Problem } from '../../data/problem'

/** Why a place could not be read, where it was asked for. */
export function SourceProblem({ of, retry }: { of: Error | null; retry?: (() => void) | undefined }) {
  const own = of && sentenceOf(toErrorInfo(of))
  return own ? <Note>{own}</Note> : <Problem of={of} retry={retry} service={i18n.t('sources.theSite')} />
}

/** Why a followed source could not be read the last time, with the one thing that helps. */
export function SourceNote({ error, name, act }: { error: ErrorInfo; name: string; act: (action: ErrorAction) => void }) {
  const own = sentenceOf(error)
  return own ? <Note>{own}</Note> : <ErrorNote error={error} look="note" service={name} act={act} />
}

function Note({ children }: { children: string }) {
  return <p role="alert" className="rounded-md bg-warn-soft px-2 py-1 text-small text-ink">{children}</p>
}

/** What general sentences, which speak of records, do not say of an address. */
function sentenceOf({ kind }: ErrorInfo): string | undefined {
  if (kind === 'untrusted') return i18n.t('sources.leadsAway')
  return kind === 'not-found' ? i18n.t('sources.notThere') : undefined
}
