import { labelKey } from '@/lib/domain/sentence'
import type { SourceReport } from '@/lib/domain/source-report'
import { message } from '@/components/ui/message'
import { locale } from '@/components/ui/locale'

/** "Campaigns, Tasks and Emails". */
export function sourceNames(sources: readonly SourceReport[]): string {
  const names = sources.map(({ name }) => message(labelKey('source', name)))
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names)
}
