import { join } from 'node:path'
import { hubspot, hubspotContact, salesforceLead } from '../e2e/harness/leads.ts'
import type { Surface, Tab, View } from '../e2e/harness/types.ts'

const size = { width: 1280, height: 800 }

/** Walks through a rep's and a marketer's day and leaves a picture of every step in a folder. */
export async function tour(surface: Surface, folder: string): Promise<void> {
  let step = 0
  const picture = async (tab: { page: View }, name: string) => {
    // What has just appeared glides in, and its buttons wait half a second for somebody who looks.
    await new Promise((done) => setTimeout(done, 700))
    step += 1
    const file = `${String(step).padStart(2, '0')}-${name}.png`
    await tab.page.screenshot(join(folder, file), size)
    console.log(`  ${file}`)
  }

  const lead = await surface.open(salesforceLead.url)
  await ready(lead, salesforceLead.name)
  await picture(lead, 'salesforce-why-this-lead')

  const panel = await lead.panel()
  await panel.type({ role: 'combobox', name: 'Search the library' }, 'inventory')
  await panel.sees(/assets? found/)
  await picture(lead, 'search')
  await panel.press('Escape')

  await panel.click({ role: 'button', name: 'Send' })
  await panel.sees('Subject')
  await picture(lead, 'send')
  await panel.click({ role: 'button', name: /Gmail$/ })
  const mail = await surface.waitForTab(/mail\.google\.com/)
  await picture(mail, 'mail-with-the-link')
  const [link] = /https:\/\/go\.quayside\.example\/l\/[\w-]+/.exec(decodeURIComponent(await mail.url())) ?? []
  await mail.close()
  if (link) {
    const opened = await surface.open(link)
    await picture(opened, 'the-link-opened')
    await opened.close()
  }
  await lead.front()
  await panel.click({ role: 'button', name: 'Back' })
  await panel.sees(/Did you send/)
  await panel.click({ role: 'button', name: 'Sent' })

  await panel.click({ role: 'button', name: 'Good' })
  await panel.sees(/by you/)
  await picture(lead, 'salesforce-verdict')

  const contact = await surface.open(hubspotContact.url)
  await ready(contact, hubspotContact.name)
  await picture(contact, 'hubspot-why-this-lead')
  const other = hubspot(70302, 'Marcus Feld')
  await contact.pushState(other.path)
  const next = await ready(contact, other.name)
  await next.click({ role: 'button', name: 'Not yet' })
  await next.click({ role: 'button', name: 'Later project' })
  await picture(contact, 'hubspot-not-yet')

  const today = await surface.sidePanel()
  await today.view.sees('Today')
  await picture({ page: today.view }, 'today')
  const desk = await surface.desk('#/feedback')
  await desk.view.sees('Feedback')
  await desk.view.sees('Priya Raman')
  await picture({ page: desk.view }, 'desk-feedback')
  for (const page of ['library', 'connections']) {
    await desk.view.evaluate(`location.hash = '#/${page}'`)
    await desk.view.sees(new RegExp(page, 'i'))
    await picture({ page: desk.view }, `desk-${page}`)
  }
  await desk.view.evaluate(`[...document.querySelectorAll('h2')].find(({ textContent }) => textContent === 'People in the hub')?.scrollIntoView()`)
  await picture({ page: desk.view }, 'desk-hub')
}

/** Waits until a tab's panel is drawn for a person. */
export async function ready(tab: Tab, name: string): Promise<View> {
  const panel = await tab.panel()
  await panel.sees(name)
  await panel.sees('Suggested assets')
  await new Promise((done) => setTimeout(done, 700))
  return panel
}
