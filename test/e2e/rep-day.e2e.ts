import { expect, test } from './fixtures.ts'
import { hubspot, hubspotContact, salesforce, salesforceLead, type Lead } from './harness/leads.ts'
import type { Surface, Tab, View } from './harness/types.ts'
import { waitFor } from './harness/wait.ts'
import { openLead, panelOn, pause, reachesCrm, sendTasks, verdictsIn, type Crm } from './steps.ts'

const days: { crm: Crm; lead: Lead; other: Lead; list: string; send: (surface: Surface, tab: Tab, panel: View) => Promise<void> }[] = [
  { crm: 'salesforce', lead: salesforceLead, other: salesforce('sofia-petrova', 'Sofia Petrova'), list: '/lightning/o/Lead/list', send: sendByGmail },
  { crm: 'hubspot', lead: hubspotContact, other: hubspot(70302, 'Marcus Feld'), list: '/contacts/24680135/objects/0-1/views/all/list', send: sendByHubspot },
]

/** Gmail opens; back on the record the panel asks once, and only "Sent" is written. */
async function sendByGmail(surface: Surface, tab: Tab, panel: View): Promise<void> {
  await panel.click({ role: 'button', name: 'Send' })
  await panel.click({ role: 'button', name: /Gmail$/ })
  const mail = await surface.waitForTab(/mail\.google\.com/)
  expect(decodeURIComponent(await mail.url())).toContain('utm_')
  await mail.close()
  await tab.front()
  expect(sendTasks(surface)).toEqual([])
  await panel.click({ role: 'button', name: 'Back' })
  await panel.sees(/Did you send/)
  await panel.click({ role: 'button', name: 'Sent' })
  await panel.seesNot(/Did you send/)
  await waitFor(() => sendTasks(surface).length > 0, 'the send in the CRM', 30_000)
}

/** HubSpot's own composer opens with subject and link; HubSpot logs the mail, Leadside writes nothing. */
async function sendByHubspot(surface: Surface, tab: Tab, panel: View): Promise<void> {
  await panel.click({ role: 'button', name: 'Send' })
  await panel.click({ role: 'button', name: /Open in HubSpot/ })
  const composer = await surface.waitForTab(/interaction=email/)
  expect(decodeURIComponent(await composer.url())).toContain('utm_')
  await composer.page.click({ role: 'button', name: 'Send' })
  await composer.page.sees('Email sent')
  await composer.close()
  await tab.front()
  await panel.click({ role: 'button', name: 'Back' })
  await panel.click({ role: 'button', name: 'Read again' })
  await panel.sees(/Sent/)
  expect(surface.sandbox.hubspot.portal(24680135).journal.filter(({ objectType, by }) => objectType === 'emails' && by !== 'CRM_UI')).toEqual([])
}

for (const { crm, lead, other, list, send } of days) {
  test(`a rep's day on ${crm}: open, navigate, read, search, send, judge, undo, change`, async ({ begin }) => {
    const surface = await begin({ library: true, [crm]: true })
    const { tab, panel } = await openLead(surface, lead)
    for (const part of ['Why this lead', 'Suggested assets', 'Content story']) await panel.sees(part)

    // The page's own router, by a link and by pushState, and back.
    await tab.pushState(other.path)
    await (await panelOn(tab, other)).seesNot(lead.name)
    await tab.back()
    await panelOn(tab, lead)
    await tab.goto(new URL(list, lead.url).href)
    await tab.page.click({ role: 'link', name: other.name, exact: false })
    await (await panelOn(tab, other)).seesNot(lead.name)
    await tab.goto(lead.url)
    const again = await panelOn(tab, lead)

    await again.type({ role: 'combobox', name: 'Search the library' }, 'inventory')
    await again.sees(/assets? found/)
    await again.press('Escape')
    await send(surface, tab, again)

    await again.click({ role: 'button', name: 'Wrong' })
    await again.click({ role: 'button', name: /^Undo/ })
    await again.seesNot(/Undo/)
    await again.click({ role: 'button', name: 'Not yet' })
    await again.click({ role: 'button', name: 'No budget yet' })
    await again.click({ role: 'button', name: 'in 30 days' })
    await again.sees(/until .*No budget yet/)
    await reachesCrm(surface, crm, 'not_yet')
    expect(verdictsIn(surface, crm)).not.toContain('wrong')

    await again.click({ role: 'button', name: 'Done' })
    await again.click({ role: 'button', name: 'Change' })
    await again.click({ role: 'button', name: 'Good' })
    await again.sees(/Good.* by you/)
    await reachesCrm(surface, crm, 'good')
    if (crm === 'salesforce') expect(sendTasks(surface)).toHaveLength(1)
  })
}

test('F16 F18 a verdict given while the CRM cannot be reached is kept, shown as queued and delivered when back', async ({ begin }) => {
  const surface = await begin({ library: true, salesforce: true })
  const { panel } = await openLead(surface, salesforceLead)
  const fault = surface.sandbox.faults.add({ host: 'quayside.my.salesforce.com', effect: { kind: 'reset-before' } })
  await panel.click({ role: 'button', name: 'Good' })
  await pause(11_000)
  await panel.sees(/Queued/)
  expect(verdictsIn(surface, 'salesforce')).toEqual([])
  surface.sandbox.faults.remove(fault)
  await reachesCrm(surface, 'salesforce', 'good', 60_000)
})

test('F01 F15 a double click is one verdict, although the background is stopped before and after', async ({ begin }) => {
  const surface = await begin({ library: true, salesforce: true })
  const { panel } = await openLead(surface, salesforceLead)
  await surface.killBackground()
  await panel.doubleClick({ role: 'button', name: 'Good' })
  await panel.sees(/Undo/)
  await surface.killBackground()
  await pause(10_500)
  // Any message wakes the background, and it does at once what is due.
  await panel.click({ role: 'button', name: 'Read again' })
  await panel.sees(/Logged in Salesforce/, 45_000)
  expect(verdictsIn(surface, 'salesforce')).toEqual(['good'])
})

test('F08 after an update an open page says so, or goes on by itself', async ({ begin }) => {
  const surface = await begin({ library: true, hubspot: true })
  const { tab } = await openLead(surface, hubspotContact)
  await surface.reloadExtension()
  if (surface.name === 'firefox') {
    await panelOn(tab, hubspotContact)
    expect(await tab.page.evaluate<number>("document.querySelectorAll('[data-leadside-dock]').length")).toBe(1)
    return
  }
  await waitFor(async () => !(await tab.hasPanel()), 'the dead panel to go')
  expect(await tab.dockText()).toContain('Leadside was updated: reload this page')
  await tab.reload()
  await panelOn(tab, hubspotContact)
  expect(await tab.page.evaluate<number>("document.querySelectorAll('[data-leadside-dock]').length")).toBe(1)
})

test('S17 F12 F13 every tab shows its own person, fast navigation ends on the right one, and verdicts agree across tabs', async ({ begin }) => {
  const surface = await begin({ library: true, salesforce: true, hubspot: true })
  const first = await openLead(surface, salesforceLead)
  const second = await openLead(surface, salesforceLead)
  const third = await openLead(surface, hubspotContact)
  await third.panel.sees(hubspotContact.name)

  surface.sandbox.faults.add({ host: 'quayside.my.salesforce.com', effect: { kind: 'delay', ms: 150 }, probability: 0.5, seed: 7 })
  const other = salesforce('sofia-petrova', 'Sofia Petrova')
  await second.tab.front()
  for (let step = 0; step < 20; step += 1) await second.tab.pushState(step % 2 === 0 ? salesforceLead.path : other.path)
  await (await panelOn(second.tab, other)).seesNot(salesforceLead.name)
  await second.tab.pushState(salesforceLead.path)
  const panel = await panelOn(second.tab, salesforceLead)
  surface.sandbox.faults.clear()

  // A frame that has not painted the page's record yet takes no clicks, and for half a second after that neither.
  await pause(1_500)
  await panel.click({ role: 'button', name: 'Good' })
  await panel.sees(/Good.* by you/)
  await first.tab.front()
  await first.panel.sees(/Good.* by you/)
  await third.panel.seesNot(/by you/)
})

test('Today lists what waits and opens it', async ({ begin }) => {
  const surface = await begin({ library: true, hubspot: true })
  const { tab } = await openLead(surface, hubspotContact)
  await tab.close()
  const { view } = await surface.sidePanel()
  await view.sees('To judge')
  await view.click({ role: 'button', name: /Priya Raman/ })
  await panelOn(await surface.waitForTab(/record\/0-1\/70301/), hubspotContact)
})
