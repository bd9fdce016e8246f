import { expect } from '@playwright/test'
import { currentValue } from '../sandbox/hubspot/model/record-store.ts'
import { hubspotPortal } from './harness/people.ts'
import type { Lead } from './harness/leads.ts'
import type { Surface, Tab, View } from './harness/types.ts'
import { waitFor } from './harness/wait.ts'

export type Crm = 'salesforce' | 'hubspot'

/** Delivery waits for the undo time, then for the CRM. */
const deliveryMs = 30_000

/** A lead's page with the panel on that lead. */
export async function openLead(surface: Surface, lead: Lead): Promise<{ tab: Tab; panel: View }> {
  const tab = await surface.open(lead.url)
  return { tab, panel: await panelOn(tab, lead) }
}

/** Waits until a tab's panel shows a person, read and ready. */
export async function panelOn(tab: Tab, lead: Pick<Lead, 'name'>): Promise<View> {
  const panel = await tab.panel()
  await panel.sees(lead.name)
  await panel.sees('Is this a good lead?')
  return panel
}

/** Verdicts as a CRM keeps them, oldest first; in HubSpot the one that stands on Priya Raman's contact. */
export function verdictsIn({ sandbox }: Surface, crm: Crm): string[] {
  if (crm === 'salesforce') return (sandbox.salesforce.quayside.written()['Lead_Feedback__c'] ?? []).map((row) => String(row['Verdict__c']))
  const contact = sandbox.hubspot.portal(Number(hubspotPortal)).records.find('0-1', '70301')
  const verdict = contact && currentValue(contact, 'leadside_verdict')
  return verdict ? [verdict] : []
}

export async function reachesCrm(surface: Surface, crm: Crm, verdict: string, timeoutMs = deliveryMs): Promise<void> {
  await waitFor(() => verdictsIn(surface, crm).at(-1) === verdict, `${verdict} in ${crm}; there is ${verdictsIn(surface, crm).join(', ') || 'none'}`, timeoutMs)
}

/** Entries about sends that Leadside wrote to Salesforce. */
export function sendTasks({ sandbox }: Surface): string[] {
  return (sandbox.salesforce.quayside.written()['Task'] ?? []).map((row) => String(row['Subject'])).filter((subject) => subject.startsWith('Sent:'))
}

export async function isAccessible(view: View, what: string): Promise<void> {
  // Colours glide into a new theme; in between they are nobody's choice.
  await pause(600)
  await expect.poll(() => view.evaluate('document.getAnimations().filter((one) => one instanceof CSSTransition).length')).toBe(0)
  const { passes, violations } = await view.axe()
  expect(violations, what).toEqual([])
  expect(passes, `${what}: an unseen document passes vacuously`).toBeGreaterThanOrEqual(10)
}

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
