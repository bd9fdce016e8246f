import { useMemo } from 'react'
import type { Attribution } from '@/lib/domain/hand-overs/attribution'
import type { ReviewRow } from '@/lib/domain/review/sheet'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'

/** Which campaigns of a lead count, and what a campaign is where the CRM does not say. */
export function CampaignOrigin({ rows, credit }: { rows: readonly ReviewRow[]; credit: Attribution }) {
  const hubspot = useMemo(() => rows.some(({ ref }) => ref.crm === 'hubspot'), [rows])
  return <span>{message(`overview.creditNote_${credit}`)}{hubspot && ` ${i18n.t('overview.hubspotCampaigns')}`}</span>
}
