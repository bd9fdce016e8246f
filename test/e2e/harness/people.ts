/** Names and addresses of the sandbox that tests and the demo speak of. */
export const salesforceOrg = 'quayside.my.salesforce.com'
export const salesforcePages = 'https://quayside.lightning.force.com'
export const salesforceClientId = '3MVG9.sandbox.leadside'
export const hubspotPortal = '24680135'
export const hubspotPages = 'https://app.hubspot.com'
export const privateAppToken = 'pat-na1-00000000-0000-4000-8000-000000000001'
