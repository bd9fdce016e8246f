/** Which fields a record page shows at the top and in its details, by object. */
export interface Layout {
  /** Letters and colour of the object's square icon. */
  icon: string
  colour: string
  highlights: readonly string[]
  details: readonly string[]
  columns: readonly string[]
  actions: readonly string[]
}

const personDetails = ['Name', 'Title', 'Email', 'Phone', 'OwnerId', 'LeadSource', 'HasOptedOutOfEmail', 'pi__score__c', 'pi__grade__c', 'Description', 'CreatedDate', 'LastModifiedDate']

const fallback: Layout = { icon: '◆', colour: 'grey', highlights: ['OwnerId', 'CreatedDate'], details: [], columns: ['Name', 'CreatedDate'], actions: ['Edit', 'Delete'] }

const layouts: Record<string, Partial<Layout>> = {
  Lead: {
    icon: '★', colour: 'orange', highlights: ['Title', 'Company', 'Phone', 'Email', 'OwnerId'],
    details: [...personDetails, 'Company', 'Status', 'Rating', 'Industry', 'NumberOfEmployees', 'Website', 'Country'],
    columns: ['Name', 'Title', 'Company', 'Status', 'LeadSource', 'CreatedDate'], actions: ['Follow', 'Edit', 'Clone'],
  },
  Contact: { icon: '☻', colour: 'purple', highlights: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId'], details: [...personDetails, 'AccountId', 'MailingCountry'], columns: ['Name', 'Title', 'AccountId', 'Email', 'LeadSource'], actions: ['Follow', 'Edit', 'New Case'] },
  Account: { icon: '▤', colour: 'indigo', highlights: ['Type', 'Industry', 'Website', 'OwnerId'], details: ['Name', 'Type', 'Industry', 'NumberOfEmployees', 'Website', 'BillingCountry', 'PersonEmail', 'PersonTitle', 'OwnerId', 'CreatedDate'], columns: ['Name', 'Type', 'Industry', 'BillingCountry'] },
  Campaign: { icon: '◎', colour: 'pink', highlights: ['Type', 'Status', 'StartDate', 'EndDate'], details: ['Name', 'Type', 'Status', 'StartDate', 'EndDate', 'Description', 'OwnerId'], columns: ['Name', 'Type', 'Status', 'StartDate'] },
  Opportunity: { icon: '♕', colour: 'yellow', highlights: ['AccountId', 'CloseDate', 'Amount', 'OwnerId'], details: ['Name', 'AccountId', 'StageName', 'Amount', 'CloseDate', 'CampaignId', 'OwnerId'], columns: ['Name', 'AccountId', 'StageName', 'Amount', 'CloseDate'] },
  Lead_Feedback__c: {
    icon: '✓', colour: 'teal', highlights: ['Verdict__c', 'Reason__c', 'Rep_Name__c', 'Logged_At__c'],
    details: ['Name', 'Lead__c', 'Contact__c', 'Verdict__c', 'Reason__c', 'Until__c', 'Note__c', 'Rep__c', 'Campaign__c', 'Source__c', 'Logged_At__c', 'Feedback_Key__c'],
    columns: ['Name', 'Lead__c', 'Verdict__c', 'Reason__c', 'Rep_Name__c', 'Logged_At__c'],
  },
  Task: { icon: '✔', colour: 'green', highlights: ['WhoId', 'ActivityDate', 'Status', 'OwnerId'], details: ['Subject', 'WhoId', 'WhatId', 'ActivityDate', 'Status', 'Priority', 'TaskSubtype', 'Description', 'OwnerId', 'CreatedDate'], columns: ['Subject', 'WhoId', 'ActivityDate', 'Status'] },
}

export const layoutOf = (object: string): Layout => ({ ...fallback, ...layouts[object] })
