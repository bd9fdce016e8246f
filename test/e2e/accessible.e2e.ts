import { test } from './fixtures.ts'
import { hubspotContact, salesforceLead } from './harness/leads.ts'
import { waitFor } from './harness/wait.ts'
import { isAccessible, openLead } from './steps.ts'

const pages = ['home', 'overview', 'feedback', 'findings', 'library', 'connections', 'data']

test('axe finds nothing in panel, Today and desk, light and dark, on both CRMs', async ({ begin }) => {
  const surface = await begin({ library: true, salesforce: true, hubspot: true })
  for (const theme of ['light', 'dark'] as const) {
    for (const lead of [salesforceLead, hubspotContact]) {
      const { tab, panel } = await openLead(surface, lead)
      await surface.setTheme(theme)
      await panel.sees('Content story')
      await isAccessible(panel, `panel on ${lead.url}, ${theme}`)
      await tab.close()
    }
    const today = await surface.sidePanel()
    await surface.setTheme(theme)
    await today.view.sees('Today')
    await isAccessible(today.view, `Today, ${theme}`)
    await today.close()
    const { view, close } = await surface.desk()
    await surface.setTheme(theme)
    for (const page of pages) {
      await view.evaluate(`location.hash = '#/${page}'`)
      await waitFor(() => view.evaluate<boolean>(`document.querySelector('nav [aria-current]')?.getAttribute('href') === '#/${page}' && [...document.querySelectorAll('main h1')].some((title) => title.checkVisibility())`), `desk ${page}`)
      await isAccessible(view, `desk ${page}, ${theme}`)
    }
    await close()
  }
})
