import { expect, test } from './fixtures.ts'
import { salesforceLead } from './harness/leads.ts'
import { waitFor } from './harness/wait.ts'
import { openLead, sendTasks } from './steps.ts'

// Firefox keeps a tab open for the address of a mail, which a test cannot bring to an end as a person does.
test('sends by the mail program and by hand are asked about once, and only what was sent is written', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true })
  const { panel } = await openLead(surface, salesforceLead)
  await panel.click({ role: 'button', name: 'Send', nth: 0 })
  await panel.click({ role: 'button', name: 'Open in the mail app' })
  await panel.sees(/Mail app has the mail ready/)
  await panel.click({ role: 'button', name: 'Not sent' })
  await panel.click({ role: 'button', name: 'Back' })

  await panel.click({ role: 'button', name: 'Send', nth: 0 })
  await panel.click({ role: 'button', name: 'Copy text and link' })
  await panel.sees(/Copied\.|The text is selected/)
  await panel.click({ role: 'button', name: 'Sent' })
  await panel.seesNot(/Did you send/)
  await waitFor(() => sendTasks(surface).length > 0, 'the copied send in the CRM', 30_000)
  expect(sendTasks(surface)).toHaveLength(1)
})
