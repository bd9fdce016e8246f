import type { ErrorInfo } from '@/lib/domain/errors'
import { useCrmName } from '../data/use-crm-name'
import { Trouble } from './trouble'

/** What is shown is the local copy, because the read failed. */
export function Problem({ error, refresh }: { error: ErrorInfo; refresh: () => void }) {
  return <Trouble error={error} again={refresh} service={useCrmName()} look="strip" />
}
