import { currency, date, datetime, flag, int, longText, lookup, object, only, picklist, readOnly, readOnlyObject, required, text, url } from './fields.ts'
import type { ObjectSpec } from './types.ts'

export const campaign: ObjectSpec = object('Campaign', '701', [
  text('Name', 80, { nameField: true, ...required }),
  picklist('Type', ['Webinar', 'Content', 'Conference', 'Trade Show', 'Email', 'Demo Request', 'Advertisement', 'Other']),
  picklist('Status', ['*Planned', 'In Progress', 'Completed', 'Aborted']),
  date('StartDate'),
  date('EndDate'),
  flag('IsActive'),
  longText('Description', 32000),
  lookup('ParentId', ['Campaign']),
  lookup('OwnerId', ['User']),
  currency('BudgetedCost'),
  int('NumberOfLeads', readOnly),
  int('NumberOfResponses', readOnly),
])

export const campaignMember: ObjectSpec = object('CampaignMember', '00v', [
  lookup('CampaignId', ['Campaign'], { ...required, updateable: false }),
  lookup('LeadId', ['Lead']),
  lookup('ContactId', ['Contact']),
  lookup('LeadOrContactId', ['Lead', 'Contact'], readOnly),
  picklist('Status', ['*Sent', 'Responded', 'Registered', 'Attended', 'Did not attend', 'Downloaded', 'Requested', 'Visited booth', 'Opened', 'Clicked']),
  flag('HasResponded', { label: 'Responded', ...readOnly }),
  date('FirstRespondedDate', readOnly),
  picklist('Type', ['Lead', 'Contact'], readOnly),
  text('Name', 121, { nameField: true, ...readOnly }),
  text('CompanyOrAccount', 255, readOnly),
  text('Title', 128, readOnly),
  text('LeadSource', 40, readOnly),
  flag('HasOptedOutOfEmail', readOnly),
])

export const campaignMemberStatus: ObjectSpec = object('CampaignMemberStatus', '01Y', [
  lookup('CampaignId', ['Campaign'], required),
  text('Label', 765, { nameField: true, ...required }),
  flag('HasResponded'),
  flag('IsDefault'),
  int('SortOrder'),
])

export const opportunity: ObjectSpec = object('Opportunity', '006', [
  text('Name', 120, { nameField: true, ...required }),
  lookup('AccountId', ['Account']),
  picklist('StageName', ['Qualification', 'Needs Analysis', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost'], required),
  date('CloseDate', required),
  currency('Amount'),
  flag('IsClosed', readOnly),
  flag('IsWon', readOnly),
  lookup('OwnerId', ['User']),
  lookup('CampaignId', ['Campaign']),
  lookup('ContactId', ['Contact'], readOnly),
  picklist('LeadSource', ['Web', 'Webinar', 'Event', 'Content', 'Other']),
  longText('Description', 32000),
])

export const opportunityContactRole: ObjectSpec = object('OpportunityContactRole', '00K', [
  lookup('OpportunityId', ['Opportunity'], { ...required, updateable: false }),
  lookup('ContactId', ['Contact'], required),
  picklist('Role', ['Decision Maker', 'Evaluator', 'Business User', 'Economic Buyer', 'Other']),
  flag('IsPrimary'),
])

export const contentVersion: ObjectSpec = object('ContentVersion', '068', [
  lookup('ContentDocumentId', ['ContentDocument']),
  text('Title', 255, { nameField: true, ...required }),
  longText('Description', 1000),
  text('TagCsv', 2000, { sortable: false, filterable: false }),
  text('FileType', 20, readOnly),
  text('FileExtension', 40, readOnly),
  int('ContentSize', readOnly),
  text('VersionNumber', 20, readOnly),
  flag('IsLatest', { defaultValue: true, ...readOnly }),
  picklist('PublishStatus', ['U', 'P', 'R'], readOnly),
  url('ContentUrl', { length: 1300 }),
  text('PathOnClient', 500),
  lookup('OwnerId', ['User']),
])

export const contentDocument: ObjectSpec = object('ContentDocument', '069', [
  text('Title', 255, { nameField: true, ...required }),
  lookup('LatestPublishedVersionId', ['ContentVersion'], readOnly),
  text('FileType', 20, readOnly),
  lookup('OwnerId', ['User']),
], { createable: false })

export const contentWorkspace: ObjectSpec = object('ContentWorkspace', '058', [
  text('Name', 255, { label: 'Library', nameField: true, ...required }),
  text('DeveloperName', 255),
  longText('Description', 1000),
], { ...readOnlyObject, label: 'Library', labelPlural: 'Libraries' })

export const contentWorkspaceDoc: ObjectSpec = object('ContentWorkspaceDoc', '059', [
  lookup('ContentWorkspaceId', ['ContentWorkspace'], required),
  lookup('ContentDocumentId', ['ContentDocument'], required),
  flag('IsOwner', readOnly),
])

export const contentDistribution: ObjectSpec = object('ContentDistribution', '05D', [
  text('Name', 100, { nameField: true, ...required }),
  lookup('ContentVersionId', ['ContentVersion'], { ...required, updateable: false }),
  lookup('ContentDocumentId', ['ContentDocument'], readOnly),
  lookup('RelatedRecordId', ['Lead', 'Contact', 'Account', 'Opportunity', 'Campaign']),
  lookup('OwnerId', ['User']),
  int('ViewCount', readOnly),
  datetime('FirstViewDate', readOnly),
  datetime('LastViewDate', readOnly),
  datetime('ExpiryDate'),
  url('DistributionPublicUrl', { ...readOnly, filterable: false, sortable: false }),
  url('ContentDownloadUrl', { ...readOnly, filterable: false, sortable: false }),
  flag('PreferencesAllowPDFDownload'),
  flag('PreferencesAllowOriginalDownload'),
  flag('PreferencesPasswordRequired'),
  flag('PreferencesNotifyOnVisit', { defaultValue: true }),
  flag('PreferencesLinkLatestVersion', { defaultValue: true }),
  flag('PreferencesAllowViewInBrowser', { defaultValue: true }),
  flag('PreferencesExpires'),
], only('contentDeliveries'))

export const contentDistributionView: ObjectSpec = object('ContentDistributionView', '05H', [
  lookup('DistributionId', ['ContentDistribution'], required),
  lookup('ParentViewId', ['ContentDistributionView']),
  flag('IsInternal'),
  flag('IsDownload'),
], { ...readOnlyObject, ...only('contentDeliveries') })
