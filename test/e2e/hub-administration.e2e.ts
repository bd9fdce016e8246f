import { createHmac } from 'node:crypto'
import { touchEvent } from '../contract/hub/examples.ts'
import { expect, test } from './fixtures.ts'
import { startTestHub } from './harness/hub.ts'
import { salesforceLead } from './harness/leads.ts'
import { salesforceOrg } from './harness/people.ts'
import { openLead } from './steps.ts'

test('an owner lets a website report what people did, sees it on the lead, ends it, and reads who did what', async ({ begin }) => {
  const surface = await begin({ salesforce: true })
  const hub = await startTestHub(surface.sandbox)
  const { view } = await surface.desk('#/connections')
  try {
    await view.click({ role: 'button', name: 'Join a hub' })
    await view.type({ role: 'textbox', name: 'Invite' }, hub.invite)
    await view.type({ role: 'textbox', name: 'Your name' }, 'Olivia Marsh')
    await view.click({ role: 'button', name: 'Join', exact: true })
    await view.sees('Systems that report touches')
    await view.click({ role: 'button', name: 'Where you are signed in' })
    await view.sees(surface.name === 'firefox' ? /Firefox on Linux.*This browser/s : /Chromium on Linux.*This browser/s)

    await view.type({ role: 'textbox', name: 'Name of the system' }, 'Website')
    await view.click({ role: 'button', name: 'Add a system' })
    await view.sees('The secret is shown this once')
    const [address = '', secret = ''] = await view.evaluate<string[]>(`[...document.querySelectorAll('[role=status] code')].map((code) => code.textContent)`)
    const id = salesforceLead.path.split('/')[4] ?? ''
    const post = async (name: string) => {
      const text = JSON.stringify([touchEvent(name, Date.now() - 60_000, { ref: { crm: 'salesforce', org: salesforceOrg, kind: 'lead', id } })])
      const now = String(Math.floor(Date.now() / 1000))
      const signature = createHmac('sha256', secret).update(`${now}.${text}`).digest('hex')
      return (await fetch(address, { method: 'POST', body: text, headers: { 'content-type': 'application/json', 'leadside-timestamp': now, 'leadside-signature': `v1=${signature}` } })).status
    }
    expect(await post('form-1')).toBe(200)
    const lead = await openLead(surface, salesforceLead)
    await lead.panel.sees('Contact form')

    await view.click({ role: 'button', name: 'End Website' })
    await view.sees('Nothing of it is taken any more')
    await view.click({ role: 'button', name: 'End Website' })
    await view.seesNot(/reports since|has not reported/)
    expect(await post('form-2')).toBe(403)

    await view.type({ role: 'textbox', name: 'Whom the address is for' }, 'Newsletter')
    await view.click({ role: 'button', name: 'Make an address' })
    await view.sees('The address for Newsletter')
    const feed = await view.evaluate<string>(`[...document.querySelectorAll('[role=status] code')].map((code) => code.textContent).find((text) => text.includes('/feed/'))`)
    expect((await fetch(feed)).headers.get('content-type')).toContain('application/feed+json')

    await view.click({ role: 'button', name: 'Show the latest' })
    await view.sees(/Olivia Marsh\s+Made an address of the feed.*Ended a system that reports touches.*Read what other systems reported of a person.*Added a system that reports touches.*Joined as Owner/s)
  } finally {
    await hub.close()
  }
})
