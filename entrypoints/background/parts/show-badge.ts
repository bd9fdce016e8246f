import { i18n } from '#i18n'
import type { Today } from '@/lib/app/today'
import { setBadge } from '@/lib/platform/badge'

/** The toolbar button: how many leads wait, or that set-up is not finished. */
export async function showBadge(today: Pick<Today, 'badge'>, consent: { given(): Promise<boolean> }): Promise<void> {
  if (!(await consent.given())) return setBadge(0, i18n.t('app.finishSetUp'))
  const count = await today.badge()
  await setBadge(count, count === 0 ? i18n.t('app.action') : i18n.t('app.waiting', count))
}
