import { expect, test } from './fixtures.ts'
import type { View } from './harness/types.ts'
import { isAccessible } from './steps.ts'

const always = '#/overview?period=365'

/** A marketer's access: converted leads included. */
const seesConverted = { viewConvertedLeads: ['marketer', 'rep'] }

test('a marketer says what counts as handed over in Salesforce and sees what became of it', async ({ begin, sandbox }) => {
  const surface = await begin({ salesforce: true })
  sandbox.salesforce.quayside.set(seesConverted)
  const { view, close } = await surface.desk(always)
  await view.sees('Unknown: choose what counts as handed over.')
  await view.click({ role: 'link', name: 'Choose it' })
  await view.click({ role: 'button', name: 'Choose what counts' })
  await view.click({ role: 'checkbox', name: 'Working - Contacted' })
  await isAccessible(view, 'what counts as handed over')
  await view.click({ role: 'button', name: 'Save and read' })
  await view.sees('Lead Status became Working - Contacted.')
  await view.sees(/2\d leads · as of/)

  await view.evaluate(`location.hash = '#/feedback'`)
  await view.click({ role: 'button', name: "Read the team's verdicts from the CRM" })
  await view.sees(/Read \d+ verdicts/)
  await view.evaluate(`location.hash = ${JSON.stringify(always)}`)
  await view.sees('Never opened')
  await view.sees('Openings in Leadside are known from this browser only')
  await view.click({ role: 'button', name: /^Handed over: \d+$/ })
  await view.sees(/handed over .+ · (never opened|followed up, not judged|opened, not judged|Good|Not yet|Wrong)/)
  await view.click({ role: 'button', name: 'Close', exact: true })
  await seesFunnel(view)
  await view.sees('Good, but lost')
  await view.click({ role: 'button', name: /^Handed over: \d+/ })
  await view.sees(/Handed over \d+ leads/)
  await isAccessible(view, 'coverage, its leads and what became of them')
  await close()
})

test('a marketer says what counts as handed over in HubSpot and sees what became of it', async ({ begin }) => {
  const surface = await begin({ hubspot: true })
  const { view, close } = await surface.desk('#/connections')
  await view.click({ role: 'button', name: 'Choose what counts' })
  await view.click({ role: 'radio', name: 'Marketing Qualified Lead' })
  await view.click({ role: 'button', name: 'Save and read' })
  await view.sees('Entered the lifecycle stage Marketing Qualified Lead.')
  await view.sees(/\d+ leads · as of/)
  await view.evaluate(`location.hash = ${JSON.stringify(always)}`)
  await view.sees('Never opened')
  await view.sees("the source's drill-down")
  await seesFunnel(view)
  await close()
})

/** Every step from hand-over to customer, with counts that only grow smaller from one CRM fact to the next. */
async function seesFunnel(view: View): Promise<void> {
  await view.sees('What became of them')
  await view.sees('Influenced by, not caused by.')
  // The table follows what was read a moment later.
  await expect(async () => {
    const [handedOver = 0, followedUp = 0, , , opportunity = 0, won = 0] = (await view.evaluate<string[]>(
      `[...document.querySelectorAll('table')].find((table) => table.caption?.textContent === 'What became of them')?.tBodies[0].rows[0].innerText.split('\\t').slice(1) ?? []`,
    )).map((text) => Number.parseInt(text, 10))
    expect(handedOver).toBeGreaterThanOrEqual(10)
    expect(followedUp).toBeGreaterThan(0)
    expect(handedOver).toBeGreaterThanOrEqual(followedUp)
    expect(opportunity).toBeGreaterThan(won)
    expect(won).toBeGreaterThan(0)
  }).toPass({ timeout: 10_000 })
}
