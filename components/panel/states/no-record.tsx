import type { ErrorInfo } from '@/lib/domain/errors'
import { useCrmName } from '../data/use-crm-name'
import { Trouble } from './trouble'

/** The record cannot be read and no copy of it is kept here. */
export function NoRecord({ error, refresh }: { error: ErrorInfo; refresh: () => void }) {
  return <div className="p-3"><Trouble error={error} again={refresh} service={useCrmName()} look="card" /></div>
}
