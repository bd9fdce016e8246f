import { expect, test } from './fixtures.ts'
import { hubspotContact, salesforce, salesforceLead } from './harness/leads.ts'
import { waitFor } from './harness/wait.ts'
import { openLead, reachesCrm, verdictsIn } from './steps.ts'

test('the browser’s own panel shows whoever the active tab shows, and Today where that is nobody', async ({ begin }) => {
  const surface = await begin({ library: true, salesforce: true, hubspot: true })
  const { view } = await surface.sidePanel()
  const first = await surface.open(hubspotContact.url)
  await view.sees(hubspotContact.name)
  await view.sees('Is this a good lead?')
  const sofia = salesforce('sofia-petrova', 'Sofia Petrova')
  const second = await surface.open(sofia.url)
  await view.sees(sofia.name)
  await view.seesNot(hubspotContact.name)
  await first.front()
  await view.sees(hubspotContact.name)
  await view.seesNot(sofia.name)
  await first.pushState('/contacts/24680135/objects/0-1/views/all/list')
  await view.sees('Today')
  await view.seesNot('Is this a good lead?')
  await second.close()
})

test('F02 a background stopped between what the CRM did and its answer writes nothing twice', async ({ begin }) => {
  const surface = await begin({ library: true, salesforce: true })
  const { panel } = await openLead(surface, salesforceLead)
  await panel.click({ role: 'button', name: 'Good' })
  await panel.sees(/by you/)
  const held = surface.sandbox.faults.add({ host: 'quayside.my.salesforce.com', path: '*/composite', effect: { kind: 'hold', moment: 'after' }, count: 1 })
  await reachesCrm(surface, 'salesforce', 'good')
  await waitFor(() => surface.sandbox.faults.held(held) > 0, 'the answer to be held')
  await surface.killBackground()
  surface.sandbox.faults.clear()
  await panel.click({ role: 'button', name: 'Read again' })
  await panel.sees(/Is this a good lead/)
  expect(verdictsIn(surface, 'salesforce')).toEqual(['good'])
})
