import type { ReviewFilter } from '@/lib/domain/review/filter'
import { i18n } from '#i18n'

/** What a filter by verdict or reason leaves as it is: a share of only the good ones would say nothing. */
export function LeadsNote({ filter: { verdict, reason } }: { filter: ReviewFilter }) {
  return verdict !== '' || reason !== '' ? <p className="-my-2 text-small text-soft">{i18n.t('overview.wholeLeads')}</p> : null
}
