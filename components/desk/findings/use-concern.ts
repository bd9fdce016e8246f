import type { Finding } from '@/lib/domain/finding'
import { i18n } from '#i18n'
import { useGroupName } from '../feedback/use-group-name'

/** Which leads a finding is about, in words. */
export function useConcern({ campaign, source, reason }: Finding['concerns']): string {
  const nameOf = useGroupName('reason')
  const parts = [
    campaign && i18n.t('finding.aboutCampaign', [campaign]), source && i18n.t('finding.aboutSource', [source]), reason && i18n.t('finding.aboutReason', [nameOf(reason)]),
  ].filter((part) => part !== undefined && part !== '')
  return parts.length > 0 ? parts.join(' · ') : i18n.t('finding.aboutAll')
}
