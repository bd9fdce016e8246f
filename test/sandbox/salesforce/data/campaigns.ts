import { expectAsset } from '../../sample-assets.ts'
import { seedId } from '../ids.ts'
import type { SeedBuilder } from './builder.ts'

interface CampaignPlan {
  key: string
  /** What stands before the asset's title, or the whole name where there is no asset. */
  name: string
  asset?: string | undefined
  type: string
  startDaysAgo: number
  endDaysAgo: number
}

const statusesByType: Record<string, readonly [label: string, responded: boolean][]> = {
  Webinar: [['Sent', false], ['Registered', true], ['Attended', true], ['Did not attend', false]],
  Content: [['Sent', false], ['Downloaded', true]],
  'Demo Request': [['Requested', true]],
  Conference: [['Sent', false], ['Registered', true], ['Attended', true]],
  'Trade Show': [['Sent', false], ['Visited booth', true]],
  Email: [['Sent', false], ['Opened', false], ['Clicked', true]],
  Advertisement: [['Sent', false], ['Responded', true]],
  Other: [['Sent', false], ['Responded', true]],
}

const plans: readonly CampaignPlan[] = [
  { key: 'webinar-promotions', name: 'Webinar', asset: 'retail-forecasting-webinar', type: 'Webinar', startDaysAgo: 34, endDaysAgo: 34 },
  { key: 'webinar-network', name: 'Webinar', asset: 'network-webinar', type: 'Webinar', startDaysAgo: 62, endDaysAgo: 62 },
  { key: 'webinar-new-products', name: 'Webinar', asset: 'new-products-webinar', type: 'Webinar', startDaysAgo: 9, endDaysAgo: 9 },
  { key: 'ebook-forecast-error', name: 'eBook', asset: 'forecast-error-guide', type: 'Content', startDaysAgo: 200, endDaysAgo: -90 },
  { key: 'ebook-sop', name: 'eBook', asset: 'sop-playbook', type: 'Content', startDaysAgo: 240, endDaysAgo: -90 },
  { key: 'ebook-spare-parts', name: 'eBook', asset: 'spare-parts-guide', type: 'Content', startDaysAgo: 150, endDaysAgo: -90 },
  { key: 'guide-buyers', name: 'Guide', asset: 'buyers-guide', type: 'Content', startDaysAgo: 180, endDaysAgo: -90 },
  { key: 'guide-network', name: 'White paper', asset: 'network-design-guide', type: 'Content', startDaysAgo: 120, endDaysAgo: -60 },
  { key: 'report-nearshoring', name: 'Report', asset: 'nearshoring-report', type: 'Content', startDaysAgo: 100, endDaysAgo: -30 },
  { key: 'tool-safety-stock', name: 'Tool', asset: 'safety-stock-calculator', type: 'Content', startDaysAgo: 300, endDaysAgo: -365 },
  { key: 'tool-roi', name: 'Tool', asset: 'roi-calculator', type: 'Content', startDaysAgo: 300, endDaysAgo: -365 },
  { key: 'checklist-inventory', name: 'Checklist', asset: 'inventory-health-checklist', type: 'Content', startDaysAgo: 160, endDaysAgo: -90 },
  { key: 'demo-request', name: 'Demo request', asset: 'demo-request', type: 'Demo Request', startDaysAgo: 365, endDaysAgo: -365 },
  { key: 'customer-day', name: 'Event', asset: 'customer-day', type: 'Conference', startDaysAgo: 48, endDaysAgo: 47 },
  { key: 'planning-clinic', name: 'Event', asset: 'planning-clinic', type: 'Conference', startDaysAgo: 90, endDaysAgo: -90 },
  { key: 'logistics-forum', name: 'Trade show: Logistics Forum Hamburg', type: 'Trade Show', startDaysAgo: 76, endDaysAgo: 74 },
  { key: 'newsletter', name: 'Newsletter: Planning notes', type: 'Email', startDaysAgo: 20, endDaysAgo: 20 },
  { key: 'nurture-manufacturing', name: 'Nurture: Manufacturing planners', type: 'Email', startDaysAgo: 110, endDaysAgo: -30 },
  { key: 'ad-state-of-planning', name: 'LinkedIn', asset: 'state-of-planning', type: 'Advertisement', startDaysAgo: 70, endDaysAgo: -20 },
  { key: 'bought-list', name: 'List: European manufacturers, bought', type: 'Other', startDaysAgo: 58, endDaysAgo: 58 },
]

/** The id of a seeded campaign. */
export const campaignId = (key: string): string => seedId('701', key)

/** The asset a campaign is about, if any. */
export function campaignAsset(key: string): string | undefined {
  return plans.find((plan) => plan.key === key)?.asset
}

/** Adds the campaigns and their member statuses. Names hold the asset's title, descriptions its address. */
export function addCampaigns(builder: SeedBuilder, owner: string): void {
  for (const { key, name, asset: assetKey, type, startDaysAgo, endDaysAgo } of plans) {
    const asset = assetKey === undefined ? undefined : expectAsset(assetKey)
    builder.add('Campaign', key, startDaysAgo + 14, {
      Name: asset === undefined ? name : `${name}: ${asset.title}`.slice(0, 80),
      Type: type,
      Status: endDaysAgo >= 0 ? 'Completed' : 'In Progress',
      StartDate: builder.day(startDaysAgo),
      EndDate: builder.day(endDaysAgo),
      IsActive: endDaysAgo < 0,
      Description: asset?.url ?? null,
      OwnerId: owner,
    })
    for (const [index, [label, responded]] of (statusesByType[type] ?? []).entries()) {
      builder.add('CampaignMemberStatus', `${key}/${label}`, startDaysAgo + 14, {
        CampaignId: campaignId(key), Label: label, HasResponded: responded, IsDefault: index === 0, SortOrder: index + 1,
      })
    }
  }
}
