import { crmName } from '@/components/ui/crm-name'
import { useOnScreen } from './record-context'

/** The CRM of the record on the screen, as people call it. */
export function useCrmName(): string {
  return crmName(useOnScreen().ref.crm)
}
