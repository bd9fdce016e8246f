import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, launchSecond, test } from './fixtures.ts'
import { hubspotContact, salesforceLead } from './harness/leads.ts'
import { salesforceClientId, salesforceOrg } from './harness/people.ts'
import { setUp } from './harness/set-up.ts'
import type { Surface, View } from './harness/types.ts'
import { openLead, pause, reachesCrm } from './steps.ts'

const libraryAddress = 'https://www.quayside.example/leadside-library.json'
const shared = [
  { id: 'shared-guide', title: 'The shared guide to calm planning', abstract: 'Planning across inventory and demand, without spreadsheets.', url: 'https://www.quayside.example/shared-guide', kind: 'ebook', status: 'approved', shareable: true, topics: ['planning'], verifiedAt: new Date().toISOString() },
]

const csv = `title,abstract,url,kind,topics
Inventory checklist,Ten questions before you buy stock,https://www.quayside.example/checklist,checklist,inventory
,no title here,https://www.quayside.example/none,ebook,planning
Bad address,Something,javascript:alert(1),ebook,planning
Demand basics,How demand planning starts,https://www.quayside.example/demand,ebook,planning; demand
`

/** Requests to a CRM's API or to anything but the pages a person opened. */
function apiCalls({ sandbox }: Surface): string[] {
  return sandbox.log.entries.filter(({ host, path }) => host === 'api.hubapi.com' || path.startsWith('/services/') || host === 'pi.pardot.com').map(({ method, host, path }) => `${method} ${host}${path}`)
}

test('S60 first run: nothing is read or sent before consent; samples in and out; Salesforce by its own sign-in', async ({ begin }) => {
  const surface = await begin({ consent: false })
  surface.sandbox.log.clear()
  const page = await surface.open(salesforceLead.url)
  await pause(1_500)
  expect(await page.hasPanel()).toBe(false)
  await page.close()

  const { view, close } = await surface.desk('#/set-up')
  await view.sees('Before you start')
  await view.click({ role: 'button', name: 'Decline' })
  await view.sees('Nothing is read or sent.')
  expect(apiCalls(surface)).toEqual([])

  await view.click({ role: 'button', name: 'Accept and continue' })
  await view.click({ role: 'button', name: /^Show me with samples/ })
  await view.click({ role: 'button', name: 'Show the panel on a sample lead' })
  await view.sees('Is this a good lead?')
  expect(apiCalls(surface)).toEqual([])
  await view.click({ role: 'button', name: 'Remove samples' })
  await view.sees('Load samples')
  expect(apiCalls(surface)).toEqual([])

  await view.evaluate(`location.hash = '#/connections'`)
  await view.click({ role: 'button', name: /Salesforce/ }).catch(() => undefined)
  await view.type({ role: 'textbox', name: 'Address of your org', exact: false }, `https://${salesforceOrg}/lightning/page/home`)
  await view.type({ role: 'textbox', name: 'Consumer key', exact: false }, salesforceClientId)
  await view.click({ role: 'button', name: 'Sign in to Salesforce' })
  await view.sees(/Dana Okafor/, 20_000)
  await view.sees('Connected')
  await close()
  await openLead(surface, salesforceLead)
})

test("a marketer's day: import with problems, edit, find, archive", async ({ begin }) => {
  const surface = await begin({})
  const { view, close } = await surface.desk('#/library')
  await view.sees('The library is empty')
  await view.click({ role: 'button', name: 'Import', nth: 0 })
  const file = join(mkdtempSync(join(tmpdir(), 'leadside-import-')), 'assets.csv')
  writeFileSync(file, csv)
  await view.upload(file)
  await view.click({ role: 'button', name: 'Preview 4 rows' })
  await view.sees('2 new')
  await view.sees('2 can be sent by reps')
  await view.sees(/2 problems/)
  await view.click({ role: 'button', name: 'Import 2 assets' })
  await view.sees('2 assets')
  await view.seesNot('Bad address')

  await view.click({ role: 'button', name: 'Edit Inventory checklist' })
  await view.type({ role: 'textbox', name: 'Title' }, 'Inventory checklist 2027')
  await view.click({ role: 'button', name: 'Save' })
  await view.sees('Inventory checklist 2027')
  await view.click({ role: 'button', name: 'Archive Demand basics' })
  await view.sees('1 asset')
  await close()
})

for (const { crm, lead, connected } of [
  { crm: 'salesforce', lead: salesforceLead, connected: { salesforce: true } },
  { crm: 'hubspot', lead: hubspotContact, connected: { hubspot: true } },
] as const) test(`a marketer's and a rep's browser share assets by an address and verdicts by ${crm}`, async ({ begin }) => {
  const marketer = await begin(connected)
  const rep = await launchSecond(marketer.sandbox)
  try {
    marketer.sandbox.faults.add({ host: 'www.quayside.example', path: '/leadside-library.json', effect: { kind: 'respond', status: 200, body: JSON.stringify(shared), headers: { 'content-type': 'application/json', etag: '"1"' } } })
    await setUp(rep, connected)
    for (const surface of [marketer, rep]) {
      await surface.grant(['https://www.quayside.example/*'])
      const { view, close } = await surface.desk('#/library?tab=sources')
      await follow(view)
      await view.evaluate(`location.hash = '#/library'`)
      await view.sees('The shared guide to calm planning')
      await close()
    }

    const { panel } = await openLead(rep, lead)
    await panel.type({ role: 'combobox', name: 'Search the library' }, 'calm planning')
    await panel.sees('The shared guide to calm planning')
    await panel.press('Escape')
    await panel.click({ role: 'button', name: 'Not yet' })
    await panel.click({ role: 'button', name: 'Later project' })
    await reachesCrm(rep, crm, 'not_yet')

    const { view } = await marketer.desk('#/feedback')
    // HubSpot's search sees a change some seconds late.
    await expect.poll(async () => {
      await view.click({ role: 'button', name: "Read the team's verdicts from the CRM" })
      await view.sees(/Read \d+ verdicts/)
      return view.text()
    }, { timeout: 30_000, intervals: [1_000] }).toContain(lead.name)
    await view.sees('Later project')
  } finally {
    await rep.close()
  }
})

async function follow(view: View): Promise<void> {
  await view.click({ role: 'button', name: 'Add a source', nth: 0 })
  await view.type({ role: 'textbox', name: 'Address of your site, a feed or a file' }, libraryAddress)
  await view.click({ role: 'button', name: 'See what is there' })
  await view.click({ role: 'button', name: 'Import 1 asset and follow' })
  await view.sees('Up to date')
}
