import { toErrorInfo, type ErrorAction, type ErrorInfo } from '@/lib/domain/errors'
import { ErrorNote } from '@/components/ui/error-note'
import { i18n } from '#i18n'
import { Problem } from '../../data/problem'

/** Why a place could not be read, where it was asked for. */
export function SourceProblem({ of, retry }: { of: Error | null; retry?: (() => void) | undefined }) {
  return of && leadsAway(toErrorInfo(of)) ? <LeadsAway /> : <Problem of={of} retry={retry} />
}

/** Why a followed source could not be read the last time, with the one thing that helps. */
export function SourceNote({ error, name, act }: { error: ErrorInfo; name: string; act: (action: ErrorAction) => void }) {
  return leadsAway(error) ? <LeadsAway /> : <ErrorNote error={error} look="note" service={name} act={act} />
}

function LeadsAway() {
  return <p role="alert" className="rounded-md bg-warn-soft px-2 py-1 text-small text-ink">{i18n.t('sources.leadsAway')}</p>
}

function leadsAway({ kind }: ErrorInfo): boolean {
  return kind === 'untrusted'
}
