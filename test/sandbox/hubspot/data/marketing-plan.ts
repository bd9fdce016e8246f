import type { ContentKey } from './content.ts'

/** Everything here is in days before the moment the sandbox starts; a negative number lies ahead. */

export const formPlan = {
  resource: { id: '5b1f6c20-7d0e-4b53-9f0a-10c0ffee0001', name: 'Resource download', fields: ['email', 'firstname', 'lastname', 'company', 'jobtitle'] },
  calculator: { id: '5b1f6c20-7d0e-4b53-9f0a-10c0ffee0002', name: 'Calculator result by e-mail', fields: ['email', 'company'] },
  webinar: { id: '5b1f6c20-7d0e-4b53-9f0a-10c0ffee0003', name: 'Webinar registration', fields: ['email', 'firstname', 'lastname', 'company', 'jobtitle', 'country'] },
  demo: { id: '5b1f6c20-7d0e-4b53-9f0a-10c0ffee0004', name: 'Demo request', fields: ['email', 'firstname', 'lastname', 'company', 'jobtitle', 'phone', 'message'] },
  contact: { id: '5b1f6c20-7d0e-4b53-9f0a-10c0ffee0005', name: 'Contact us', fields: ['email', 'firstname', 'lastname', 'message'] },
  newsletter: { id: '5b1f6c20-7d0e-4b53-9f0a-10c0ffee0006', name: 'Newsletter sign-up', fields: ['email'] },
} as const
export type FormKey = keyof typeof formPlan

export interface MailPlan {
  id: number
  contentId: string
  name: string
  subject: string
  daysAgo: number
  campaign: CampaignKey
  links: readonly ContentKey[]
}

export type CampaignKey = 'accuracy' | 'tariffs' | 'retail' | 'inventory'

export const campaignPlan: Readonly<Record<CampaignKey, { id: string; name: string; utm: string; startsDaysAgo: number; pages: readonly ContentKey[] }>> = {
  accuracy: {
    id: '9d3c5a10-2f4e-4f6b-8a11-ca3ba1600001', name: 'Forecast accuracy, autumn', utm: 'forecast-accuracy', startsDaysAgo: 85,
    pages: ['forecast-error', 'machine-learning', 'what-is-demand-planning', 'demand-brochure'],
  },
  tariffs: {
    id: '9d3c5a10-2f4e-4f6b-8a11-ca3ba1600002', name: 'Tariff response', utm: 'tariff-response', startsDaysAgo: 70,
    pages: ['tariffs', 'webinar-network', 'nearshoring', 'warehouses'],
  },
  retail: {
    id: '9d3c5a10-2f4e-4f6b-8a11-ca3ba1600003', name: 'Retail promotions', utm: 'retail-promotions', startsDaysAgo: 45,
    pages: ['webinar-promotions', 'nordkette', 'webinar-new-products'],
  },
  inventory: {
    id: '9d3c5a10-2f4e-4f6b-8a11-ca3ba1600004', name: 'Inventory health', utm: 'inventory-health', startsDaysAgo: 120,
    pages: ['inventory-checklist', 'safety-stock', 'inventory-brochure', 'brewline'],
  },
}

export const mailPlan = {
  nurture1: { id: 418_900_101, contentId: '370600000101', name: 'Nurture 01: forecast error guide', subject: 'How wrong is your forecast, really?', daysAgo: 62, campaign: 'accuracy', links: ['forecast-error', 'what-is-demand-planning', 'machine-learning'] },
  nurture2: { id: 418_900_102, contentId: '370600000102', name: 'Nurture 02: S&OP playbook', subject: 'A planning meeting people want to attend', daysAgo: 41, campaign: 'accuracy', links: ['sop-playbook', 'sop-template', 'tessera'] },
  nurture3: { id: 418_900_103, contentId: '370600000103', name: "Nurture 03: buyer's guide", subject: 'Choosing planning software without regret', daysAgo: 20, campaign: 'accuracy', links: ['buyers-guide', 'vs-spreadsheets', 'tour', 'demo'] },
  tariffNews: { id: 418_900_104, contentId: '370600000104', name: 'Tariff scenarios', subject: 'Tariffs changed again. Three scenarios to run this week', daysAgo: 55, campaign: 'tariffs', links: ['tariffs', 'webinar-network', 'nearshoring'] },
  webinarInvite: { id: 418_900_105, contentId: '370600000105', name: 'Webinar invitation: promotions', subject: 'Live: forecasting promotions without burning the shelf', daysAgo: 33, campaign: 'retail', links: ['webinar-promotions', 'nordkette'] },
  inventoryCheck: { id: 418_900_106, contentId: '370600000106', name: 'Inventory health checklist', subject: '25 questions for Monday morning', daysAgo: 12, campaign: 'inventory', links: ['inventory-checklist', 'safety-stock', 'brewline', 'planners-morning'] },
  newsletter: { id: 418_900_107, contentId: '370600000107', name: 'November newsletter', subject: 'The state of planning, a new customer story, and a clinic', daysAgo: 5, campaign: 'inventory', links: ['state-of-planning', 'kestrel', 'clinic', 'hiring'] },
} as const satisfies Readonly<Record<string, MailPlan>>
export type MailKey = keyof typeof mailPlan

export const webinarPlan = {
  promotions: { id: '555460001', externalId: 'webinar-promotions-autumn', name: 'Forecasting promotions without burning the shelf', daysAgo: 24, page: 'webinar-promotions', minutes: 45 },
  network: { id: '555460002', externalId: 'webinar-network-autumn', name: 'Network design under tariffs: a live exercise', daysAgo: 48, page: 'webinar-network', minutes: 60 },
  newProducts: { id: '555460003', externalId: 'webinar-new-products', name: 'Planning what has never been sold', daysAgo: -9, page: 'webinar-new-products', minutes: 45 },
} as const satisfies Readonly<Record<string, { id: string; externalId: string; name: string; daysAgo: number; page: ContentKey; minutes: number }>>
export type WebinarKey = keyof typeof webinarPlan
