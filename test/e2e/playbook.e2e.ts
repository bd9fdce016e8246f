import { expect, test } from './fixtures.ts'
import { currentValue } from '../sandbox/hubspot/model/record-store.ts'
import { hubspotContact, salesforce, salesforceLead } from './harness/leads.ts'
import { hubspotPortal } from './harness/people.ts'
import type { Surface, View } from './harness/types.ts'
import { isAccessible, openLead, reachesCrm } from './steps.ts'

const unmapped = salesforce('valentina-rios', 'Valentina Ríos')
const jobTitle = 'Directora de Operaciones'

test('a marketer maps a word, defines MQL and promotes; the rep sees it on the lead and answers', async ({ begin }) => {
  const surface = await begin({ salesforce: true, hubspot: true, library: true })
  const { tab } = await openLead(surface, unmapped)
  await tab.close()

  const { view, close } = await surface.desk('#/playbook')
  await view.sees('Your marketing team keeps the playbook')
  expect(await view.count({ role: 'button', name: /^Edit / })).toBe(0)
  await becomeMarketer(view)
  await view.sees('Words of your CRM nobody has mapped')
  await view.click({ role: 'button', name: `Map “${jobTitle}” to Operations` })
  await view.seesNot(jobTitle)

  await view.click({ role: 'link', name: 'Definitions' })
  await view.click({ role: 'button', name: 'Add a definition' })
  await view.type({ role: 'textbox', name: 'Name' }, 'MQL')
  await view.click({ role: 'button', name: 'Operations' })
  await view.click({ role: 'button', name: 'Add a clause' })
  await view.select({ role: 'combobox', name: 'What to look at', nth: 1 }, 'What they did')
  await view.click({ role: 'button', name: 'Attended webinar' })
  await view.type({ role: 'spinbutton', name: 'Within so many days' }, '180')
  await view.click({ role: 'button', name: 'Add a clause' })
  await view.select({ role: 'combobox', name: 'What to look at', nth: 2 }, 'Score')
  await view.type({ role: 'spinbutton', name: 'At least' }, '900')
  await view.sees('Tried on sample people and those opened last')
  await view.sees(unmapped.name)
  await isAccessible(view, 'the form of a definition')
  await view.click({ role: 'button', name: 'Save' })
  await view.sees('MQL v1')

  await view.click({ role: 'link', name: 'Promotions' })
  await view.click({ role: 'button', name: 'Add a promotion' })
  await view.type({ role: 'textbox', name: 'Name' }, 'Spring offer')
  await view.type({ role: 'textbox', name: 'Offer' }, 'Three months for the price of two')
  await view.type({ role: 'textbox', name: 'Do not say' }, 'That the price stays')
  await view.click({ role: 'button', name: 'Save' })
  await view.sees('Running')
  await view.click({ role: 'link', name: 'Versions' })
  await view.sees('Version 4')
  await view.sees('Promotions: 1 added')
  await close()

  const { panel } = await openLead(surface, salesforceLead)
  await panel.sees("Sales' turn")
  await panel.sees('For this lead now: Spring offer')
  await panel.click({ role: 'button', name: /^MQL v1: 2 of 3/ })
  await panel.sees('Role is Operations')
  await panel.sees(/Attended webinar, at least once in/)
  await panel.click({ role: 'button', name: 'Show' })
  await panel.sees('That the price stays')
  await isAccessible(panel, 'a lead under the playbook')
  await panel.click({ role: 'button', name: 'I know it' })
  await panel.sees('Known')
  await panel.seesNot('For this lead now')

  await panel.click({ role: 'button', name: 'Wrong' })
  await panel.sees(/Which part of .*MQL.* misled/)
  await panel.click({ role: 'button', name: /^Role is Operations/ })
  await reachesCrm(surface, 'salesforce', 'wrong')
  const [row] = surface.sandbox.salesforce.quayside.written()['Lead_Feedback__c'] ?? []
  const kept = JSON.parse(String(row?.['Evidence__c'])) as { clause: { definition: string; version: number }; evidence: { definitions: { id: string; met: string[]; notMet: string[] }[] } }
  expect(kept.clause).toMatchObject({ definition: 'mql', version: 1 })
  expect(kept.evidence.definitions).toMatchObject([{ id: 'mql', met: [expect.any(String), expect.any(String)] }])

  await readsTheSame(surface)
})

/** On a HubSpot page: the same definition with its evidence, whose turn it is, and a Wrong that names a clause and reaches the contact. */
async function readsTheSame(surface: Surface): Promise<void> {
  const { panel } = await openLead(surface, hubspotContact)
  await panel.sees(/(Sales'|Marketing's) turn/)
  await panel.click({ role: 'button', name: /^MQL v1: \d of 3/ })
  await panel.sees(/Attended webinar, at least once in/)
  await panel.click({ role: 'button', name: 'Wrong' })
  await panel.sees(/Which part of .*MQL.* misled/)
  await panel.click({ role: 'button', name: /^Attended webinar/ })
  await reachesCrm(surface, 'hubspot', 'wrong')
  const contact = surface.sandbox.hubspot.portal(Number(hubspotPortal)).records.find('0-1', '70301')
  await expect.poll(() => String(contact && currentValue(contact, 'leadside_event'))).toMatch(/"clause":\{"definition":"mql","version":1/)
}

/** Over the desk's own message: choosing the role has a test of its own. */
async function becomeMarketer(view: View): Promise<void> {
  await view.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ leadside: 1, name: 'settings.save', payload: { role: 'marketer' } })})`)
  await view.seesNot('Your marketing team keeps the playbook')
}
