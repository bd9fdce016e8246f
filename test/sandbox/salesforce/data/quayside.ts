import { seedId } from '../ids.ts'
import type { OrgPlan } from '../org.ts'
import type { Seed } from '../store.ts'
import { createSeedBuilder } from './builder.ts'
import { addCampaigns } from './campaigns.ts'
import { accounts, contacts } from './contacts.ts'
import { addFeedback } from './feedback.ts'
import { logisticsLeads } from './leads-logistics.ts'
import { manufacturingLeads } from './leads-manufacturing.ts'
import { retailLeads } from './leads-retail.ts'
import { specialLeads } from './leads-special.ts'
import { addLibrary } from './library.ts'
import { addOrgRows } from './org-rows.ts'
import { addAccount, addContact, addLead, addPersonAccount } from './people.ts'
import { delivered, downloaded, visited } from './story.ts'
import { marketer, quaysideUsers, rep, secondRep } from './users.ts'

const owners = { rep, secondRep }

/** The main org: a vendor of supply-chain planning software with everything switched on. */
export const quayside: OrgPlan = {
  key: 'quayside',
  id: seedId('00D', 'quayside'),
  name: 'Quayside',
  apiHost: 'quayside.my.salesforce.com',
  pageHosts: ['quayside.lightning.force.com', 'quayside.lightning.force.com.mcas.ms'],
  isSandbox: false,
  users: quaysideUsers,
  switches: {},
  seed(now): Seed {
    const builder = createSeedBuilder(now, marketer.id)
    addOrgRows(builder, quayside)
    addLibrary(builder, marketer.id)
    addCampaigns(builder, marketer.id)
    for (const plan of [...manufacturingLeads, ...retailLeads, ...logisticsLeads, ...specialLeads]) addLead(builder, plan, owners, true)
    for (const plan of accounts) addAccount(builder, plan, rep)
    for (const plan of contacts) {
      const account = accounts.find((candidate) => candidate.key === plan.account)
      if (account === undefined) throw new Error(`no account ${plan.account}`)
      addContact(builder, plan, account, owners)
    }
    addPersonAccount(builder, {
      key: 'maja-horvat', name: 'Maja Horvat', title: 'Independent planner', domain: 'horvat.example', country: 'Croatia', owner: 'rep', createdDaysAgo: 65, source: 'Web', score: 40, grade: 'C',
      story: [downloaded('guide-buyers', 65), visited('planning-clinic', 22), delivered('sop-template', 20, [20, 18])],
    }, owners)
    addFeedback(builder)
    return builder.seed()
  },
}
