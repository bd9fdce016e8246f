import { typesBetween } from '../model/association-types.ts'
import { refreshDerived } from '../model/derived.ts'
import type { Portal } from '../model/portal.ts'
import { valueAt } from '../model/record-store.ts'
import type { CrmRecord, Source } from '../model/types.ts'
import { stamp } from '../format.ts'
import { companyPlan, europeanCompanyPlan, type CompanyPlan } from './companies.ts'
import { writeContactHistory } from './contact-history.ts'
import { dealPlan, leadPlan, type DealPlan, type LeadPlan } from './deals.ts'
import { writeEngagements } from './engagements.ts'
import { dayMs, emailOf, layOut, type Journey } from './journey.ts'
import { writeMarketingHub } from './marketing-hub.ts'
import { toOccurrences } from './occurrences.ts'
import { openPeople } from './people-open.ts'
import { otherPeople } from './people-other.ts'
import { europeanPeople } from './people-europe.ts'
import type { PersonPlan } from './person-plan.ts'
import { naPortalId } from './portals.ts'

const imported: Source = { sourceType: 'IMPORT', sourceId: '40112233' }
const automation: Source = { sourceType: 'AUTOMATION_PLATFORM', sourceId: 'enrollmentId:88123' }

/** Fills an empty account with its sample data, laid out relative to `now`. The same `now` gives the same data. */
export function seedPortal(portal: Portal, now: number): void {
  const american = portal.id === naPortalId
  const companies = american ? companyPlan : europeanCompanyPlan
  const people = american ? [...openPeople, ...otherPeople] : europeanPeople
  writeMarketingHub(portal.marketing, now)
  for (const company of companies) addCompany(portal, company, now)
  for (const person of people) addPerson(portal, person, companies, now)
  if (american) {
    for (const deal of dealPlan) addDeal(portal, deal, now)
    for (const lead of leadPlan) addLead(portal, lead, now)
  }
  portal.marketing.emailEvents.sort((one, other) => other.created - one.created)
  addSegments(portal, now)
  portal.journal.length = 0
}

function addCompany(portal: Portal, plan: CompanyPlan, now: number): void {
  const at = Math.round(now - 420 * dayMs)
  const record = portal.records.create('0-2', at, plan.id)
  setAll(portal, record, at, imported, {
    name: plan.name,
    domain: plan.domain,
    website: `https://www.${plan.domain}`,
    industry: plan.industry,
    numberofemployees: String(plan.employees),
    city: plan.city,
    country: plan.country,
  })
}

function addPerson(portal: Portal, person: PersonPlan, companies: readonly CompanyPlan[], now: number): void {
  const company = companies.find(({ id }) => id === person.company)
  if (company === undefined) throw new Error(`person ${person.id} works for no company`)
  const at = Math.round(now - person.createdDaysAgo * dayMs)
  const email = emailOf(person, company.domain)
  const record = portal.records.create('0-1', at, person.id)
  const source = creationSource(person)
  const [original, detail1, detail2] = person.source
  setAll(portal, record, at, source, {
    email,
    firstname: person.first,
    lastname: person.last,
    company: company.name,
    jobtitle: person.title,
    phone: person.phone,
    hs_language: person.language,
    country: company.country,
    city: company.city,
    hs_persona: person.persona,
    hs_marketable_status: String(person.createdBy !== 'CRM_UI'),
    hs_object_source: source.sourceType,
    hs_object_source_label: source.sourceType,
    hs_analytics_source: original,
    hs_analytics_source_data_1: detail1,
    hs_analytics_source_data_2: detail2,
    industry: company.industry,
    numemployees: sizeClass(company.employees),
  })
  for (const [stage, daysAgo] of person.stages) portal.records.set(record, 'lifecyclestage', stage, Math.round(now - daysAgo * dayMs), automation)
  const assigned = Math.round(now - (person.stages.at(-1)?.[1] ?? person.createdDaysAgo) * dayMs)
  setAll(portal, record, assigned, automation, { hubspot_owner_id: person.owner })
  if (person.status !== undefined) {
    setAll(portal, record, at, automation, { hs_lead_status: 'NEW' })
    const owner = portal.owners.find(({ id }) => id === person.owner)
    const byHand: Source = owner === undefined ? automation : { sourceType: 'CRM_UI', sourceId: `userId:${owner.userId}`, updatedByUserId: owner.userId }
    setAll(portal, record, assigned, byHand, { hs_lead_status: person.status })
  }
  if (person.score !== undefined)
    setAll(portal, record, Math.max(at, Math.round(now - dayMs)), automation, { quayside_fit_score: String(person.score) })
  if (person.optedOut === true)
    setAll(portal, record, Math.max(at, Math.round(now - 15 * dayMs)), { sourceType: 'EMAIL' }, { hs_email_optout: 'true' })
  link(portal, record, portal.records.find('0-2', company.id), at)

  const journey = layOut(person, email, company.name, now)
  addMarketingHistory(portal, record, journey)
  writeContactHistory(portal, record, journey)
  writeEngagements(portal, person, record, now)
  refreshDerived(portal, record, assigned)
}

function addMarketingHistory({ marketing }: Portal, record: CrmRecord, journey: Journey): void {
  marketing.occurrences.set(
    record.id,
    toOccurrences(journey, (at) => valueAt(record, 'lifecyclestage', at) ?? 'lead'),
  )
  marketing.emailEvents.push(...journey.mail)
  marketing.submissions.push(...journey.submissions)
  marketing.participations.push(...journey.participations)
}

function addDeal(portal: Portal, plan: DealPlan, now: number): void {
  const at = Math.round(now - plan.createdDaysAgo * dayMs)
  const closeAt = Math.round(now - plan.closeDaysAgo * dayMs)
  const record = portal.records.create('0-3', at, plan.id)
  const source: Source = { sourceType: 'CRM_UI' }
  setAll(portal, record, at, source, {
    dealname: plan.name,
    pipeline: 'default',
    amount: String(plan.amount),
    closedate: stamp(closeAt),
    hubspot_owner_id: plan.owner,
    dealtype: 'newbusiness',
    dealstage: 'appointmentscheduled',
  })
  const closed = plan.stage === 'closedwon' || plan.stage === 'closedlost'
  const reached = closed ? closeAt : Math.max(at, now - 3 * dayMs)
  setAll(portal, record, reached, source, {
    dealstage: plan.stage,
    ...(plan.reason === undefined ? {} : { [plan.stage === 'closedwon' ? 'closed_won_reason' : 'closed_lost_reason']: plan.reason }),
  })
  link(portal, record, portal.records.find('0-2', plan.company), at)
  for (const contact of plan.contacts) link(portal, record, portal.records.find('0-1', contact), at)
  refreshDerived(portal, record, reached)
}

function addLead(portal: Portal, plan: LeadPlan, now: number): void {
  const at = Math.round(now - plan.daysAgo * dayMs)
  const contact = portal.records.find('0-1', plan.contact)
  if (contact === undefined) throw new Error(`lead ${plan.id} has no contact`)
  const record = portal.records.create('0-136', at, plan.id)
  setAll(portal, record, at, automation, {
    hs_lead_name: plan.name,
    hs_lead_type: 'NEW BUSINESS',
    hs_lead_label: plan.label,
    hs_pipeline: 'lead-pipeline-id',
    hs_pipeline_stage: plan.stage,
    hs_lead_disqualification_reason: plan.reason,
    hubspot_owner_id: valueAt(contact, 'hubspot_owner_id', Infinity),
  })
  const [company] = portal.associations.of(contact, 'company')
  link(portal, record, contact, at)
  if (company !== undefined) link(portal, record, portal.records.find('0-2', company.id), at)
  refreshDerived(portal, record, at)
}

/** Associates with the labelled (primary) type where there is one; the unlabelled one comes with it. */
function link(portal: Portal, from: CrmRecord, to: CrmRecord | undefined, at: number): void {
  const singular: Readonly<Record<string, string>> = { '0-1': 'contact', '0-2': 'company', '0-3': 'deal', '0-136': 'lead' }
  const [type] = to === undefined ? [] : typesBetween(singular[from.type] ?? '', singular[to.type] ?? '')
  if (to === undefined || type === undefined) throw new Error(`${from.type} ${from.id} cannot be associated`)
  portal.associations.add(from, to, type, at)
}

function setAll(portal: Portal, record: CrmRecord, at: number, source: Source, values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== '') portal.records.set(record, name, value, at, source)
}

function creationSource(person: PersonPlan): Source {
  if (person.createdBy === 'IMPORT') return imported
  return person.createdBy === 'CRM_UI' ? { sourceType: 'CRM_UI', sourceId: 'userId:5550123', updatedByUserId: 5_550_123 } : { sourceType: 'FORM' }
}

function sizeClass(employees: number): string {
  if (employees >= 1000) return '1000+'
  return employees >= 500 ? '500-1000' : '100-500'
}

function addSegments({ marketing, records }: Portal, now: number): void {
  const contacts = records.all('0-1')
  const inStage = (stage: string): string[] => contacts.filter((contact) => valueAt(contact, 'lifecyclestage', now) === stage).map(({ id }) => id)
  const attendees = marketing.participations.filter(({ state }) => state === 'ATTENDED').map(({ contactId }) => contactId)
  const at = Math.round(now - 30 * dayMs)
  marketing.segments.push(
    { id: '5101', name: 'All marketing qualified leads', members: inStage('marketingqualifiedlead'), at },
    { id: '5102', name: 'Customers', members: inStage('customer'), at },
    { id: '5103', name: 'Webinar attendees', members: [...new Set(attendees)], at },
  )
}
