import { date, datetime, email, flag, int, longText, lookup, object, only, picklist, readOnly, required, text } from './fields.ts'
import type { ObjectSpec } from './types.ts'

export const task: ObjectSpec = object('Task', '00T', [
  lookup('WhoId', ['Lead', 'Contact']),
  lookup('WhatId', ['Account', 'Opportunity', 'Campaign']),
  text('Subject', 255, { nameField: true }),
  date('ActivityDate', { label: 'Due Date Only' }),
  picklist('Status', ['*Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'], required),
  picklist('Priority', ['High', '*Normal', 'Low'], required),
  picklist('TaskSubtype', ['*Task', 'Email', 'Call', 'ListEmail', 'Cadence', 'LinkedIn'], { restrictedPicklist: true, updateable: false }),
  picklist('Type', ['Call', 'Email', 'Meeting', 'Other']),
  flag('IsClosed', readOnly),
  flag('IsArchived', readOnly),
  flag('IsHighPriority', readOnly),
  longText('Description', 32000, { label: 'Comments' }),
  lookup('OwnerId', ['User', 'Group']),
  lookup('AccountId', ['Account'], readOnly),
  datetime('CompletedDateTime', readOnly),
  datetime('ReminderDateTime'),
  flag('IsReminderSet'),
  int('CallDurationInSeconds'),
])

export const event: ObjectSpec = object('Event', '00U', [
  lookup('WhoId', ['Lead', 'Contact']),
  lookup('WhatId', ['Account', 'Opportunity', 'Campaign']),
  text('Subject', 255, { nameField: true }),
  datetime('StartDateTime', required),
  datetime('EndDateTime'),
  date('ActivityDate'),
  longText('Description', 32000),
  lookup('OwnerId', ['User']),
])

export const emailMessage: ObjectSpec = object('EmailMessage', '02s', [
  lookup('ActivityId', ['Task'], readOnly),
  lookup('RelatedToId', ['Account', 'Opportunity', 'Campaign']),
  text('Subject', 3000, { nameField: true }),
  longText('TextBody', 32000),
  longText('HtmlBody', 131072),
  email('FromAddress'),
  text('FromName', 1000),
  text('ToAddress', 4000, { sortable: false, filterable: false }),
  picklist('Status', ['0=New', '1=Read', '2=Replied', '3=Sent', '4=Forwarded', '5=Draft'], { ...required, restrictedPicklist: true }),
  flag('Incoming'),
  datetime('MessageDate'),
  flag('IsTracked'),
  flag('IsOpened', readOnly),
  datetime('FirstOpenedDate', readOnly),
  datetime('LastOpenedDate', readOnly),
  flag('IsBounced', readOnly),
  flag('IsClientManaged'),
  text('MessageIdentifier', 765),
  lookup('EmailTemplateId', ['EmailTemplate']),
], { updateable: false, ...only('enhancedEmail') })

export const emailMessageRelation: ObjectSpec = object('EmailMessageRelation', '0CZ', [
  lookup('EmailMessageId', ['EmailMessage'], required),
  lookup('RelationId', ['Lead', 'Contact', 'User']),
  picklist('RelationType', ['FromAddress', 'ToAddress', 'CcAddress', 'BccAddress', 'OtherAddress'], required),
  text('RelationAddress', 255),
  picklist('RelationObjectType', ['Lead', 'Contact', 'User'], readOnly),
], { updateable: false, ...only('enhancedEmail') })

/** The object this product deploys; its fields are the contract with the connector and with docs/salesforce. */
export const leadFeedback: ObjectSpec = object('Lead_Feedback__c', 'a05', [
  text('Name', 80, { label: 'Feedback Number', nameField: true, nillable: false, ...readOnly }),
  text('Feedback_Key__c', 36, { externalId: true, unique: true, caseSensitive: true }),
  lookup('Lead__c', ['Lead']),
  lookup('Contact__c', ['Contact']),
  picklist('Verdict__c', ['good=Good', 'not_yet=Not yet', 'wrong=Wrong', "cant_tell=Can't tell"], { restrictedPicklist: true }),
  text('Reason__c', 80),
  date('Until__c'),
  longText('Note__c', 32768),
  datetime('Logged_At__c'),
  lookup('Rep__c', ['User']),
  text('Rep_Name__c', 121),
  text('Campaign__c', 255),
  text('Source__c', 255),
  text('Supersedes__c', 36),
  text('Playbook_Version__c', 40),
  longText('Evidence__c', 32768),
], { labelPlural: 'Lead Feedback', ...only('leadFeedback') })
