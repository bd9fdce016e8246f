import { seedId } from '../../sandbox/salesforce/ids.ts'
import { hubspotPages, hubspotPortal, salesforcePages } from './people.ts'

/** A record of the sandbox with a full story, one per CRM, and another to go to. */
export interface Lead { name: string; url: string; path: string }

const salesforce = (key: string, name: string): Lead => {
  const path = `/lightning/r/Lead/${seedId('00Q', key)}/view`
  return { name, path, url: salesforcePages + path }
}
const hubspot = (id: number, name: string): Lead => {
  const path = `/contacts/${hubspotPortal}/record/0-1/${id}`
  return { name, path, url: hubspotPages + path }
}

export const salesforceLead = salesforce('priya-raman', 'Priya Raman')
export const hubspotContact = hubspot(70301, 'Priya Raman')
export { salesforce, hubspot }
