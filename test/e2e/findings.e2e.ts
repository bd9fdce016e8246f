import { expect, test } from './fixtures.ts'
import { salesforceLead } from './harness/leads.ts'
import { salesforcePages } from './harness/people.ts'
import { askFrom } from './harness/set-up.ts'
import type { ChromiumSurface } from './harness/chromium.ts'
import type { Surface, View } from './harness/types.ts'
import { isAccessible, openLead } from './steps.ts'

/** Another open lead that responded to the campaign the first one responded to. */
function nextLead({ sandbox }: Surface): { campaign: string; lead: { name: string; path: string; url: string } } {
  const { quayside } = sandbox.salesforce
  const first = /Lead\/(\w+)\//.exec(salesforceLead.path)?.[1]
  const members = quayside.rows('CampaignMember').filter((row) => row['HasResponded'] === true)
  for (const { CampaignId: id } of members.filter((row) => row['LeadId'] === first)) {
    const lead = quayside.rows('Lead').find((row) => row['Id'] !== first && row['IsConverted'] !== true && members.some((member) => member['CampaignId'] === id && member['LeadId'] === row['Id']))
    const campaign = quayside.rows('Campaign').find((row) => row['Id'] === id)
    const path = `/lightning/r/Lead/${String(lead?.['Id'])}/view`
    if (lead && campaign) return { campaign: String(campaign['Name']), lead: { name: String(lead['Name']), path, url: salesforcePages + path } }
  }
  throw new Error('no two leads of one campaign')
}

function isChromium(surface: Surface): surface is ChromiumSurface {
  return surface.name === 'chromium'
}

/** The lead responded to several campaigns, and its reason counts once in each: which of those cells is this campaign's. */
async function columnOf(view: View, campaign: string): Promise<number> {
  const inTable = (code: string) => `(() => { const table = [...document.querySelectorAll('table')].find((one) => one.caption?.textContent.startsWith('How often each reason')); return ${code} })()`
  // The table follows a filter a moment later than the count does: until then it has the reasons of all verdicts.
  await expect.poll(() => view.evaluate<number>(inTable('table?.tBodies[0].rows.length ?? 0'))).toBe(1)
  const heads = await view.evaluate<string[]>(inTable('[...table.tHead.rows[0].cells].map((cell) => cell.textContent)'))
  return heads.indexOf(campaign) - 1
}

/** How many pages of each kind of paper the review of everything is. */
async function pagesPrinted({ context, extensionId }: ChromiumSurface, address: string): Promise<number[]> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${extensionId}/options.html${address}`)
  await page.getByRole('heading', { name: 'Who does what by when' }).waitFor()
  await page.getByRole('heading', { name: 'Reasons given most' }).waitFor()
  const pages: number[] = []
  for (const format of ['A4', 'Letter']) pages.push((await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0)
  await page.close()
  return pages
}

test('marketing sees what sales said, makes a finding and a change; the rep reads it on the next lead of the campaign', async ({ begin }) => {
  const surface = await begin({ salesforce: true })
  const { campaign, lead } = nextLead(surface)
  const { tab, panel } = await openLead(surface, salesforceLead)
  await panel.click({ role: 'button', name: 'Wrong' })
  await panel.click({ role: 'button', name: 'Student or job seeker' })
  await panel.sees(/Wrong\s*·\s*Student or job seeker/)
  await tab.close()

  const { view, close } = await surface.desk('#/home')
  await askFrom(view)('samples.load', {})
  await view.evaluate(`location.hash = '#/overview?period='`)
  await view.sees('Acceptance compared')
  await view.sees(/\d+%\s*\d+% to \d+%/)
  await view.sees(/\d+ judged, (\d+|one) more needed/)
  await isAccessible(view, 'overview')

  await view.evaluate(`location.hash = ${JSON.stringify(`#/overview?period=&campaign=${encodeURIComponent(campaign)}`)}`)
  await view.sees('1 verdict')
  await view.click({ role: 'button', name: '1', exact: true, nth: await columnOf(view, campaign) })
  await view.click({ role: 'button', name: 'Make a finding' })
  await view.type({ role: 'textbox', name: 'What did you notice?' }, 'Students download the guide')
  await view.click({ role: 'button', name: 'Save the finding' })
  await view.sees('Noticed')
  await view.type({ role: 'textbox', name: 'What did you decide?' }, 'The form asks for a work e-mail')
  await view.click({ role: 'button', name: 'Mark as decided' })
  await view.click({ role: 'button', name: 'Mark as changed' })
  await view.sees(/Changed on .*The form asks for a work e-mail/s)
  await view.sees('Findings answered within 14 days: 1 of 1')
  await view.click({ role: 'button', name: 'Mark as measured' })
  await view.sees('Measured 1')
  expect(await view.text()).not.toContain('Dana Okafor')
  await isAccessible(view, 'findings')
  await view.evaluate(`location.hash = ${JSON.stringify(`#/review?period=&campaign=${encodeURIComponent(campaign)}`)}`)
  await view.sees('Who does what by when')
  await isAccessible(view, 'campaign review')
  if (isChromium(surface)) expect(await pagesPrinted(surface, '#/review?period=')).toEqual([1, 1])
  await close()

  const next = await openLead(surface, lead)
  await next.panel.sees(/You said .Student or job seeker.*The form asks for a work e-mail.*Accepted before: 0 of \d/s)
  await next.panel.click({ role: 'button', name: 'Dismiss', nth: 0 })
  await next.panel.seesNot('The form asks for a work e-mail')
})
