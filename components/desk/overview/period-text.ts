import { message } from '@/components/ui/message'
import { i18n } from '#i18n'

/** A filter's period in words. */
export function periodText(period: string): string {
  const [from = '', to] = period.split('_')
  if (to !== undefined) return i18n.t('overview.span', [from, to])
  return period === '' ? i18n.t('feedback.always') : message('feedback.days', [period], Number(period))
}
