import { toErrorInfo } from '@/lib/domain/errors'
import { ErrorNote } from '@/components/ui/error-note'

/** What went wrong with a question or an act, where it was asked. */
export function Problem({ of, retry }: { of: Error | null; retry?: (() => void) | undefined }) {
  if (!of) return null
  return <ErrorNote error={toErrorInfo(of)} look="card" act={retry ? () => retry() : undefined} />
}
