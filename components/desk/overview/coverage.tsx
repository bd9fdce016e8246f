import type { ReviewFilter } from '@/lib/domain/review/filter'
import { i18n } from '#i18n'
import { Card } from '../shell/page'

/** How much of what was handed over was judged; unknown, and never 100 %, until somebody says what counts as handed over. */
export function Coverage(_: { filter: ReviewFilter }) {
  return (
    <Card title={i18n.t('overview.coverage')}>
      <p className="text-soft">{i18n.t('overview.coverageUnknown')}</p>
    </Card>
  )
}
