import type { Crm } from '@/lib/domain/record-ref'
import { message } from './message'

export function crmName(crm: Crm): string {
  return message(`ui.${crm}`)
}
