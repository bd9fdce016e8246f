import type { ObjectShape } from '../org/describe'
import { expectId, soql } from '../soql'
import type { Source } from './source'
import type { Who } from './who'

const common = ['Id', 'Name', 'FirstName', 'LastName', 'Title', 'Email', 'LeadSource', 'OwnerId', 'HasOptedOutOfEmail', 'CreatedDate']
const wanted = {
  Lead: [
    ...common, 'Company', 'Industry', 'Country', 'Status', 'IsConverted', 'ConvertedDate', 'ConvertedContactId', 'ConvertedOpportunityId',
  ],
  Contact: [...common, 'AccountId', 'MailingCountry'],
}
/** Parents' fields, by the field that leads there. */
const parents: Readonly<Record<string, string[]>> = { OwnerId: ['Owner.Name'], AccountId: ['Account.Name', 'Account.Industry'] }

/** Fields of Account Engagement and Marketo Sales Insight, there only where the package is. */
export const packageFields = [
  'pi__score__c', 'pi__grade__c', 'pi__conversion_object_name__c', 'pi__conversion_date__c', 'mkto_si__Mkto_Lead_Score__c',
  'mkto_si__Last_Interesting_Moment_Date__c', 'mkto_si__Last_Interesting_Moment_Desc__c', 'mkto_si__Last_Interesting_Moment_Type__c',
]

export function personObject(who: Who): 'Lead' | 'Contact' {
  return who.lead ? 'Lead' : 'Contact'
}

/** The record itself, with the fields this user may see. */
export function personSource(who: Who, shape: ObjectShape | undefined): Source {
  const object = personObject(who)
  const visible = new Set(shape?.fields ?? wanted[object])
  const own = [...wanted[object], ...packageFields].filter((field) => visible.has(field))
  const fields = [...new Set(['Id', ...own, ...own.flatMap((field) => parents[field] ?? [])])]
  return { object, fields, rest: soql`WHERE Id = ${expectId(who.lead ?? who.contact ?? '')}` }
}

/** Whether the org has a package that scores people. */
export function hasPackage(shape: ObjectShape | undefined): boolean {
  return shape?.fields.some((field) => packageFields.includes(field)) ?? false
}
