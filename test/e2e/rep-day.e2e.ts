import { expect, test } from './fixtures.ts'
import { hubspot, hubspotContact, salesforce, salesforceLead, type Lead } from './harness/leads.ts'
import type { Surface, View } from './harness/types.ts'
import { waitFor } from './harness/wait.ts'

const crms: { crm: 'salesforce' | 'hubspot'; lead: Lead; other: Lead }[] = [
  { crm: 'salesforce', lead: salesforceLead, other: salesforce('sofia-petrova', 'Sofia Petrova') },
  { crm: 'hubspot', lead: hubspotContact, other: hubspot(70302, 'Marcus Feld') },
]

async function openPanel(surface: Surface, lead: Lead): Promise<View> {
  const tab = await surface.open(lead.url)
  const panel = await tab.panel()
  await panel.sees(lead.name)
  await panel.sees('Why this lead')
  return panel
}

/** Verdicts that reached a CRM, as it keeps them. */
function delivered(surface: Surface, crm: 'salesforce' | 'hubspot'): string[] {
  const { salesforce: sf, hubspot: hs } = surface.sandbox
  if (crm === 'salesforce') return (sf.quayside.written()['Lead_Feedback__c'] ?? []).map((row) => String(row['Verdict__c']))
  const verdict = hs.portal(24680135).records.get('contacts', '70301')?.properties['leadside_verdict']
  return typeof verdict === 'string' && verdict !== '' ? [verdict] : []
}

for (const { crm, lead, other } of crms) {
  test(`a rep's day on ${crm}: open, navigate, judge, undo, judge again`, async ({ begin }) => {
    const surface = await begin({ library: true, [crm]: true })
    const tab = await surface.open(lead.url)
    const panel = await tab.panel()
    await panel.sees(lead.name)
    await panel.sees('Suggested assets')
    await panel.sees('Content story')
    await panel.sees('Is this a good lead?')

    await tab.goto(other.url)
    const second = await tab.panel()
    await second.sees(other.name)
    await second.seesNot(lead.name)
    await tab.back()
    const again = await tab.panel()
    await again.sees(lead.name)
    await again.sees('Why this lead')
    await waitFor(async () => true, 'the frame to settle')
    await new Promise((done) => setTimeout(done, 700))

    await again.click({ role: 'button', name: 'Wrong' })
    await again.click({ role: 'button', name: /undo/i })
    await again.seesNot(/undo/i)
    await again.click({ role: 'button', name: 'Good' })
    await again.sees(/undo/i)
    await waitFor(() => delivered(surface, crm).length > 0, 'the verdict in the CRM', 30_000)
    expect(delivered(surface, crm)).toEqual(['good'])
  })
}

test('F16 a verdict given offline is kept, shown as queued and delivered when back', async ({ begin }) => {
  const surface = await begin({ library: true, salesforce: true })
  const panel = await openPanel(surface, salesforceLead)
  await new Promise((done) => setTimeout(done, 700))
  const fault = surface.sandbox.faults.add({ host: 'quayside.my.salesforce.com', effect: { kind: 'reset-before' } })
  await panel.click({ role: 'button', name: 'Good' })
  await new Promise((done) => setTimeout(done, 12_000))
  expect(delivered(surface, 'salesforce')).toEqual([])
  await panel.sees(/queued|again/i)
  surface.sandbox.faults.remove(fault)
  await waitFor(() => delivered(surface, 'salesforce').length === 1, 'the verdict in the CRM', 60_000)
})

test('F01 F39 the next click works after the background was stopped', async ({ begin }) => {
  const surface = await begin({ library: true, hubspot: true })
  const panel = await openPanel(surface, hubspotContact)
  await new Promise((done) => setTimeout(done, 700))
  await surface.killBackground()
  await panel.click({ role: 'button', name: 'Good' })
  await panel.sees(/undo/i)
  await surface.killBackground()
  await waitFor(() => delivered(surface, 'hubspot').length === 1, 'the verdict in the CRM', 60_000)
})

test('F15 a double click is one verdict', async ({ begin }) => {
  const surface = await begin({ library: true, salesforce: true })
  const panel = await openPanel(surface, salesforceLead)
  await new Promise((done) => setTimeout(done, 700))
  await panel.doubleClick({ role: 'button', name: 'Good' })
  await waitFor(() => delivered(surface, 'salesforce').length > 0, 'the verdict in the CRM', 30_000)
  await new Promise((done) => setTimeout(done, 2_000))
  expect(delivered(surface, 'salesforce')).toEqual(['good'])
})
