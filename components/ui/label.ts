import { labelKey } from '@/lib/domain/sentence'
import { message } from './message'

/** The visible name of a vocabulary id: the playbook's own label, else the catalogue's. */
export function labelText(family: string, id: string, entries: readonly { id: string; label?: string | undefined }[] = []): string {
  return entries.find((entry) => entry.id === id)?.label ?? message(labelKey(family, id))
}
