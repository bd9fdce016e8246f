import { Download } from 'lucide-react'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { bring } from '@/components/ui/bring'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useDoAloud } from '../data/ask'
import { useDesk } from '../desk-context'

/** What is shown, as CSV (formula-safe) or JSON. */
export function ExportFeedback({ rows, forbidden }: { rows: readonly FeedbackRow[]; forbidden: boolean }) {
  const { door } = useDesk()
  const save = useDoAloud(async (form: 'csv' | 'json') => {
    const { feedbackToCsv, feedbackToJson } = await bring(() => import('./feedback-files'))
    if (form === 'csv') door.download('leadside-feedback.csv', 'text/csv', feedbackToCsv(rows))
    else door.download('leadside-feedback.json', 'application/json', feedbackToJson(rows))
  })
  return (['csv', 'json'] as const).map((form) => (
    <Button key={form} off={forbidden || rows.length === 0} title={forbidden ? i18n.t('desk.lockedByAdmin') : undefined} onClick={() => save.mutate(form)}>
      <Download aria-hidden size={15} />{form.toUpperCase()}
    </Button>
  ))
}
