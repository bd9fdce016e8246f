import { seedId } from '../ids.ts'
import type { OrgPlan } from '../org.ts'
import { createSeedBuilder } from './builder.ts'
import { addCampaigns } from './campaigns.ts'
import { addOrgRows } from './org-rows.ts'
import { addLead } from './people.ts'
import { open, working } from './plans.ts'
import { attended, called, downloaded } from './story.ts'
import { harborUsers } from './users.ts'

/** A bare sandbox org: no packages, no Enhanced Email, no content deliveries, nothing deployed. */
export const harbor: OrgPlan = {
  key: 'harbor',
  id: seedId('00D', 'harbor'),
  name: 'Harbor (UAT)',
  apiHost: 'harbor--uat.sandbox.my.salesforce.com',
  pageHosts: ['harbor--uat.sandbox.lightning.force.com'],
  isSandbox: true,
  users: harborUsers,
  switches: {
    features: { pardot: false, marketo: false, personAccounts: false, enhancedEmail: false, contentDeliveries: false, leadFeedback: false },
    clientIds: ['3MVG9.sandbox.leadside', '3MVG9.sandbox.harbor'],
    apiUsage: { used: 12, max: 15_000 },
  },
  seed(now) {
    const [rep, marketer] = harborUsers
    if (rep === undefined || marketer === undefined) throw new Error('harbor has two users')
    const builder = createSeedBuilder(now, marketer.id)
    const common = { industry: 'Retail', country: 'Netherlands', source: 'Web', owner: 'rep', domain: 'tidewater.example', company: 'Tidewater' } as const
    addOrgRows(builder, harbor)
    addCampaigns(builder, marketer.id)
    for (const plan of [
      { ...common, key: 'harbor-emma', name: 'Emma Visser', title: 'Planner', status: open, createdDaysAgo: 5, story: [downloaded('ebook-sop', 5)] },
      { ...common, key: 'harbor-noor', name: 'Noor Jansen', title: 'Buyer', status: working, createdDaysAgo: 30, story: [attended('webinar-promotions', 34), called('Call', 20)] },
      { ...common, key: 'harbor-finn', name: 'Finn Bakker', title: 'CEO', status: open, createdDaysAgo: 1, story: [] },
    ]) addLead(builder, plan, { rep, secondRep: rep }, false)
    return builder.seed()
  },
}
