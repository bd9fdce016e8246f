import { hubspotContact, salesforceLead } from '../e2e/harness/leads.ts'

/** What to look at first: the same person in both CRMs. The desk is opened beside them. */
export function welcomePages(): string[] {
  return [hubspotContact.url, salesforceLead.url]
}
