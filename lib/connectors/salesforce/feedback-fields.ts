/** `Lead_Feedback__c`, as docs/salesforce deploys it: one row per verdict, its key the event's id. */
export const feedbackObject = 'Lead_Feedback__c'

export const feedbackKey = 'Feedback_Key__c'

export const feedbackFields = [
  'Id', feedbackKey, 'Lead__c', 'Contact__c', 'Verdict__c', 'Reason__c', 'Until__c', 'Note__c', 'Logged_At__c', 'Rep__c', 'Rep_Name__c',
  'Campaign__c', 'Source__c', 'Supersedes__c', 'Playbook_Version__c', 'Evidence__c', 'SystemModstamp',
]

/** Without these a row says nothing: then verdicts are written as Tasks. */
export const feedbackCore = [feedbackKey, 'Verdict__c', 'Logged_At__c']

/** Characters each text field holds. */
export const feedbackLengths = { reason: 80, note: 32_768, repName: 121, campaign: 255, source: 255, playbook: 40, evidence: 32_768 }
