import { expect, test } from './fixtures.ts'
import { salesforceLead } from './harness/leads.ts'
import { isAccessible, openLead } from './steps.ts'

test('a rep searches in vain and asks; marketing sees it and answers; the answer is one click from sending', async ({ begin }) => {
  const surface = await begin({ library: true, salesforce: true })
  const { tab, panel } = await openLead(surface, salesforceLead)
  await panel.type({ role: 'combobox', name: 'Search the library' }, 'zeppelin warranty')
  await panel.click({ role: 'button', name: 'Ask for this' })
  await panel.click({ role: 'button', name: 'Ask marketing' })
  await panel.sees('Marketing will see your request.')

  const { view, close } = await surface.desk('#/library?tab=requests')
  await view.sees('zeppelin warranty')
  await view.sees('Asked for once')
  expect(await view.text()).not.toContain('Dana Okafor')
  await view.click({ role: 'button', name: 'Show requests' })
  await view.sees('Dana Okafor')
  await view.click({ role: 'button', name: 'Answer' })
  await view.click({ role: 'radio', name: /./, nth: 0 })
  await view.type({ role: 'textbox', name: 'A word to those who asked (optional)' }, 'Page four says it')
  await isAccessible(view, 'answering a request')
  await view.click({ role: 'button', name: 'Answer 1 request' })
  await view.sees(/Answered on/)
  await close()

  await tab.front()
  await panel.sees('You asked for “zeppelin warranty”')
  await panel.sees('Page four says it')
  await panel.click({ role: 'button', name: 'Send', nth: 0 })
  await panel.sees('Subject')
})
