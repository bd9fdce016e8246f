import { seedId } from '../ids.ts'
import type { OrgUser } from '../org.ts'
import type { SeedBuilder } from './builder.ts'
import { campaignId } from './campaigns.ts'
import { addHistory } from './history.ts'
import type { AccountPlan, ContactPlan, ConversionPlan, LeadPlan, OpportunityPlan } from './plans.ts'
import { tellStory } from './tell.ts'

type Owners = Record<'rep' | 'secondRep', OrgUser>

const phonePrefix = '+49 30 5550'

/** `Ana María de Wit` at `firm.example` → `ana.maria.dewit@firm.example`. */
function emailOf(name: string, domain: string): string {
  const [first = '', ...rest] = name.toLowerCase().replaceAll('ı', 'i').normalize('NFD').replace(/[^a-z ]/g, '').split(' ')
  return `${first}.${rest.join('')}@${domain}`
}

function nameParts(name: string): { FirstName: string; LastName: string; Name: string } {
  const [first = '', ...rest] = name.split(' ')
  return { FirstName: first, LastName: rest.join(' '), Name: name }
}

/** Adds a lead and its story; a converted one with its account, contact and opportunity. */
export function addLead(builder: SeedBuilder, plan: LeadPlan, owners: Owners, withPackageFields: boolean): void {
  const owner = owners[plan.owner]
  const email = emailOf(plan.name, plan.domain)
  const marketing = withPackageFields ? marketingFields(builder, plan) : {}
  const leadId = builder.add('Lead', plan.key, plan.createdDaysAgo, {
    ...nameParts(plan.name), Title: plan.title, Company: plan.company, Email: email, Phone: `${phonePrefix} ${100 + plan.key.length * 7}`, Status: plan.status, Rating: plan.rating ?? null,
    LeadSource: plan.source, Industry: plan.industry, Country: plan.country, NumberOfEmployees: plan.employees ?? null, Website: `https://www.${plan.domain}`,
    OwnerId: owner.id, HasOptedOutOfEmail: plan.optedOut ?? false, ...marketing,
  })
  addHistory(builder, plan, leadId, owner.id)
  const contactId = plan.converted === undefined ? null : addConversion(builder, plan, plan.converted, owner, email, marketing)
  const subject = { key: plan.key, leadId, contactId, name: plan.name, email, company: plan.company, title: plan.title, source: plan.source, optedOut: plan.optedOut ?? false, owner }
  tellStory(builder, subject, plan.story)
}

function marketingFields(builder: SeedBuilder, plan: { key: string; score?: number | undefined; grade?: string | undefined; createdDaysAgo: number }): Record<string, string | number | null> {
  if (plan.score === undefined) return {}
  return {
    pi__score__c: plan.score, pi__grade__c: plan.grade ?? null, pi__first_activity__c: builder.at(plan.createdDaysAgo, '08:00'), pi__created_date__c: builder.at(plan.createdDaysAgo, '08:05'),
    pi__url__c: `https://pi.pardot.com/prospect/read?id=${prospectNumber(plan.key)}`,
  }
}

/** A number for the prospect, the same in every run. */
function prospectNumber(key: string): number {
  return [...key].reduce((hash, char) => (hash * 31 + char.charCodeAt(0)) % 90_000_000, 7) + 10_000_000
}

function addConversion(builder: SeedBuilder, plan: LeadPlan, converted: ConversionPlan, owner: OrgUser, email: string, marketing: Record<string, string | number | null>): string {
  const { daysAgo, opportunity } = converted
  const accountId = builder.add('Account', plan.domain, daysAgo, {
    Name: plan.company, Industry: plan.industry, BillingCountry: plan.country, NumberOfEmployees: plan.employees ?? null, Website: `https://www.${plan.domain}`, OwnerId: owner.id,
    Type: opportunity.stage === 'Closed Won' ? 'Customer - Direct' : 'Prospect',
  })
  const contactId = builder.add('Contact', plan.key, daysAgo, {
    ...nameParts(plan.name), Title: plan.title, Email: email, AccountId: accountId, LeadSource: plan.source, OwnerId: owner.id, MailingCountry: plan.country,
    HasOptedOutOfEmail: plan.optedOut ?? false, ...marketing,
  })
  const campaign = plan.story.find((event) => event.kind === 'member')
  const opportunityId = addOpportunity(builder, opportunity, accountId, owner, daysAgo, campaign?.kind === 'member' ? campaignId(campaign.campaign) : null)
  builder.add('OpportunityContactRole', plan.key, daysAgo, { OpportunityId: opportunityId, ContactId: contactId, Role: 'Decision Maker', IsPrimary: true })
  builder.change('Lead', seedId('00Q', plan.key), { IsConverted: true, ConvertedDate: builder.day(daysAgo), ConvertedContactId: contactId, ConvertedAccountId: accountId, ConvertedOpportunityId: opportunityId })
  return contactId
}

function addOpportunity(builder: SeedBuilder, plan: OpportunityPlan, accountId: string, owner: OrgUser, createdDaysAgo: number, campaign: string | null): string {
  return builder.add('Opportunity', plan.name, createdDaysAgo, {
    Name: plan.name, AccountId: accountId, StageName: plan.stage, Amount: plan.amount, CloseDate: builder.day(plan.closeDaysAgo),
    IsClosed: plan.stage.startsWith('Closed'), IsWon: plan.stage === 'Closed Won', OwnerId: owner.id, CampaignId: campaign,
  }, owner.id)
}

export function addAccount(builder: SeedBuilder, plan: AccountPlan, owner: OrgUser): void {
  const id = builder.add('Account', plan.key, 520, {
    Name: plan.name, Type: plan.type, Industry: plan.industry, BillingCountry: plan.country, NumberOfEmployees: plan.employees, Website: `https://www.${plan.domain}`, OwnerId: owner.id,
  })
  for (const opportunity of plan.opportunities) addOpportunity(builder, opportunity, id, owner, Math.max(0, opportunity.closeDaysAgo) + 60, null)
}

/** Adds a contact, its story, and its part in the account's opportunities. */
export function addContact(builder: SeedBuilder, plan: ContactPlan, account: AccountPlan, owners: Owners): void {
  const owner = owners[plan.owner]
  const email = emailOf(plan.name, account.domain)
  const contactId = builder.add('Contact', plan.key, plan.createdDaysAgo, {
    ...nameParts(plan.name), Title: plan.title, Email: email, Phone: `${phonePrefix} ${300 + plan.key.length * 3}`, AccountId: seedId('001', account.key), LeadSource: plan.source,
    OwnerId: owner.id, MailingCountry: account.country, HasOptedOutOfEmail: plan.optedOut ?? false, ...marketingFields(builder, plan),
  })
  for (const opportunity of account.opportunities) {
    builder.add('OpportunityContactRole', `${plan.key}/${opportunity.name}`, 60, { OpportunityId: seedId('006', opportunity.name), ContactId: contactId, Role: 'Evaluator', IsPrimary: false })
  }
  tellStory(builder, { key: plan.key, leadId: null, contactId, name: plan.name, email, company: account.name, title: plan.title, source: plan.source, optedOut: plan.optedOut ?? false, owner }, plan.story)
}

/** Adds a person account: an account page whose activity hangs on a hidden contact. */
export function addPersonAccount(builder: SeedBuilder, plan: Omit<ContactPlan, 'account'> & { domain: string; country: string }, owners: Owners): void {
  const owner = owners[plan.owner]
  const email = emailOf(plan.name, plan.domain)
  const parts = nameParts(plan.name)
  const accountId = builder.add('Account', plan.key, plan.createdDaysAgo, {
    Name: plan.name, FirstName: parts.FirstName, LastName: parts.LastName, IsPersonAccount: true, PersonContactId: seedId('003', plan.key), PersonEmail: email, PersonTitle: plan.title,
    PersonHasOptedOutOfEmail: plan.optedOut ?? false, BillingCountry: plan.country, OwnerId: owner.id,
  })
  const contactId = builder.add('Contact', plan.key, plan.createdDaysAgo, {
    ...parts, Title: plan.title, Email: email, AccountId: accountId, IsPersonAccount: true, LeadSource: plan.source, OwnerId: owner.id, HasOptedOutOfEmail: plan.optedOut ?? false, ...marketingFields(builder, plan),
  })
  tellStory(builder, { key: plan.key, leadId: null, contactId, name: plan.name, email, company: plan.name, title: plan.title, source: plan.source, optedOut: plan.optedOut ?? false, owner }, plan.story)
}
