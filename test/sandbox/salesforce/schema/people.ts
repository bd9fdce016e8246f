import { currency, date, datetime, double, email, flag, int, longText, lookup, object, only, phone, picklist, readOnly, readOnlyObject, required, text, url } from './fields.ts'
import type { FieldSpec, ObjectSpec } from './types.ts'

export const industries = ['Manufacturing', 'Retail', 'Transportation', 'Food & Beverage', 'Chemicals', 'Healthcare', 'Consulting', 'Education', 'Technology', 'Other']
const leadSources = ['Web', 'Webinar', 'Event', 'Content', 'Partner Referral', 'Purchased List', 'Advertisement', 'Other']
const salutations = ['Mr.', 'Ms.', 'Mx.', 'Dr.', 'Prof.']

/** Statuses of the seeded org; the converted one is set by conversion only. */
export const leadStatuses = ['*Open - Not Contacted', 'Working - Contacted', 'Nurturing', 'Closed - Converted', 'Closed - Not Converted']
export const convertedLeadStatus = 'Closed - Converted'

const packageFields: readonly FieldSpec[] = [
  double('pi__score__c', { label: 'Score', ...readOnly, ...only('pardot') }),
  text('pi__grade__c', 10, { label: 'Grade', ...readOnly, ...only('pardot') }),
  text('pi__campaign__c', 255, { label: 'Marketing campaign', ...readOnly, ...only('pardot') }),
  datetime('pi__last_activity__c', { label: 'Last activity', ...only('pardot') }),
  datetime('pi__first_activity__c', { label: 'First activity', ...only('pardot') }),
  datetime('pi__created_date__c', only('pardot')),
  url('pi__url__c', { label: 'Prospect', ...only('pardot') }),
  url('pi__first_touch_url__c', only('pardot')),
  text('pi__utm_source__c', 255, only('pardot')),
  text('pi__utm_medium__c', 255, only('pardot')),
  text('pi__utm_campaign__c', 255, only('pardot')),
  flag('pi__pardot_hard_bounced__c', only('pardot')),
  text('mkto_si__Last_Interesting_Moment__c', 255, only('marketo')),
  datetime('mkto_si__Last_Interesting_Moment_Date__c', only('marketo')),
  longText('mkto_si__Last_Interesting_Moment_Desc__c', 32000, only('marketo')),
  text('mkto_si__Last_Interesting_Moment_Source__c', 255, only('marketo')),
  text('mkto_si__Last_Interesting_Moment_Type__c', 255, only('marketo')),
  double('mkto_si__Mkto_Lead_Score__c', { ...readOnly, ...only('marketo') }),
  double('mkto_si__Priority__c', only('marketo')),
  double('mkto_si__Urgency__c', only('marketo')),
  double('mkto_si__Relative_Score_Value__c', only('marketo')),
]

const personFields: readonly FieldSpec[] = [
  picklist('Salutation', salutations),
  text('FirstName', 40),
  text('LastName', 80, required),
  text('Name', 121, { label: 'Full Name', nameField: true, ...readOnly }),
  text('Title', 128),
  email('Email'),
  phone('Phone'),
  phone('MobilePhone'),
  picklist('LeadSource', leadSources),
  flag('HasOptedOutOfEmail', { label: 'Email Opt Out' }),
  flag('DoNotCall'),
  datetime('EmailBouncedDate'),
  longText('Description', 32000),
  lookup('OwnerId', ['User']),
  date('LastActivityDate', { label: 'Last Activity', ...readOnly }),
  ...packageFields,
]

export const lead: ObjectSpec = object('Lead', '00Q', [
  ...personFields.map((spec) => (spec.name === 'OwnerId' ? lookup('OwnerId', ['User', 'Group']) : spec)),
  text('Company', 255, required),
  picklist('Status', leadStatuses, { label: 'Lead Status', ...required }),
  picklist('Rating', ['Hot', 'Warm', 'Cold']),
  picklist('Industry', industries),
  int('NumberOfEmployees', { label: 'No. of Employees' }),
  currency('AnnualRevenue'),
  url('Website'),
  text('City', 40),
  text('State', 80),
  text('Country', 80),
  flag('IsConverted', { label: 'Converted', ...readOnly }),
  date('ConvertedDate', readOnly),
  lookup('ConvertedContactId', ['Contact'], readOnly),
  lookup('ConvertedAccountId', ['Account'], readOnly),
  lookup('ConvertedOpportunityId', ['Opportunity'], readOnly),
  flag('IsUnreadByOwner'),
])

export const contact: ObjectSpec = object('Contact', '003', [
  ...personFields,
  lookup('AccountId', ['Account']),
  text('Department', 80),
  lookup('ReportsToId', ['Contact']),
  text('MailingCity', 40),
  text('MailingCountry', 80),
  flag('IsPersonAccount', { ...readOnly, ...only('personAccounts') }),
])

export const account: ObjectSpec = object('Account', '001', [
  text('Name', 255, { label: 'Account Name', nameField: true, ...required }),
  picklist('Type', ['Prospect', 'Customer - Direct', 'Partner', 'Other']),
  picklist('Industry', industries),
  int('NumberOfEmployees'),
  currency('AnnualRevenue'),
  url('Website'),
  phone('Phone'),
  text('BillingCity', 40),
  text('BillingCountry', 80),
  longText('Description', 32000),
  lookup('OwnerId', ['User']),
  lookup('ParentId', ['Account']),
  date('LastActivityDate', readOnly),
  flag('IsPersonAccount', { ...readOnly, ...only('personAccounts') }),
  lookup('PersonContactId', ['Contact'], { ...readOnly, ...only('personAccounts') }),
  text('FirstName', 40, only('personAccounts')),
  text('LastName', 80, only('personAccounts')),
  email('PersonEmail', only('personAccounts')),
  text('PersonTitle', 80, only('personAccounts')),
  flag('PersonHasOptedOutOfEmail', only('personAccounts')),
])

export const user: ObjectSpec = object('User', '005', [
  text('Name', 121, { nameField: true, ...readOnly }),
  text('FirstName', 40),
  text('LastName', 80, required),
  text('Username', 80, required),
  email('Email', required),
  text('Title', 80),
  text('Alias', 8),
  flag('IsActive'),
  picklist('UserType', ['*Standard'], readOnly),
  text('TimeZoneSidKey', 40),
  text('LocaleSidKey', 40),
  text('LanguageLocaleKey', 40),
], readOnlyObject)

export const group: ObjectSpec = object('Group', '00G', [
  text('Name', 40, { nameField: true, ...required }),
  text('DeveloperName', 80),
  picklist('Type', ['Queue', 'Regular']),
], readOnlyObject)

export const organization: ObjectSpec = object('Organization', '00D', [
  text('Name', 80, { nameField: true, ...required }),
  text('OrganizationType', 40),
  text('InstanceName', 10),
  flag('IsSandbox'),
  text('LanguageLocaleKey', 40),
  text('TimeZoneSidKey', 40),
], readOnlyObject)

export const leadStatus: ObjectSpec = object('LeadStatus', '01J', [
  text('MasterLabel', 255, { nameField: true, ...required }),
  text('ApiName', 255),
  int('SortOrder'),
  flag('IsDefault'),
  flag('IsConverted'),
], readOnlyObject)

export const leadHistory: ObjectSpec = object('LeadHistory', '017', [
  lookup('LeadId', ['Lead'], required),
  picklist('Field', ['Status', 'Owner', 'Rating', 'created', 'leadConverted']),
  text('DataType', 20),
  text('OldValue', 255, { filterable: false, sortable: false }),
  text('NewValue', 255, { filterable: false, sortable: false }),
], readOnlyObject)

export const listView: ObjectSpec = object('ListView', '00B', [
  text('Name', 40, { nameField: true, ...required }),
  text('DeveloperName', 80, required),
  text('SobjectType', 40, required),
  flag('IsSoqlCompatible', { defaultValue: true }),
], readOnlyObject)

/** What the asking user may do; the API makes its one row up for every call. */
export const userPermissionAccess: ObjectSpec = object('UserPermissionAccess', '000', [
  flag('PermissionsApiEnabled', readOnly), flag('PermissionsCustomizeApplication', readOnly), flag('PermissionsModifyAllData', readOnly), flag('PermissionsViewSetup', readOnly),
], readOnlyObject)
