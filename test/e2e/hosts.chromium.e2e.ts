import { expect, test } from './fixtures.ts'
import type { ChromiumSurface } from './harness/chromium.ts'
import { salesforceLead } from './harness/leads.ts'
import { salesforceOrg } from './harness/people.ts'
import { waitFor } from './harness/wait.ts'
import { openLead, panelOn, reachesCrm, verdictsIn } from './steps.ts'

/** What a person does on the browser's own page of extensions. */
async function access(surface: ChromiumSurface, all: boolean, ...origins: string[]): Promise<void> {
  const page = await surface.context.newPage()
  await page.goto('chrome://extensions')
  const ask = (code: string) => page.evaluate(`new Promise((done) => chrome.developerPrivate.${code})`)
  await ask(`updateExtensionConfiguration({ extensionId: '${surface.extensionId}', hostAccess: '${all ? 'ON_ALL_SITES' : 'ON_SPECIFIC_SITES'}' }, done)`)
  for (const origin of origins) await ask(`addHostPermission('${surface.extensionId}', '${origin}', done)`)
  await page.close()
}

test('S03 F43 a host that was taken away is named, asked for by one click, and what waited for it travels', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true })
  const { tab, panel } = await openLead(surface, salesforceLead)
  try {
    await panel.click({ role: 'button', name: 'Good' })
    await panel.sees(/by you/)
    await access(surface, false, 'https://quayside.lightning.force.com/*')
    await panel.click({ role: 'button', name: 'Read again' })
    await panel.sees('Leadside has no access to Salesforce in this browser.')
    await panel.sees(salesforceLead.name)
    await panel.sees(/Not delivered|needs you|Allow access/, 30_000)
    expect(verdictsIn(surface, 'salesforce')).toEqual([])

    await panel.click({ role: 'button', name: 'Allow access', nth: 0 })
    const desk = await surface.waitForTab(/options\.html#\/connections/)
    await desk.page.sees(salesforceOrg)
    await desk.page.sees('Leadside has no access to Salesforce in this browser.')
    // The browser's question cannot be clicked by a test; it is answered beforehand, and the click finds it answered.
    await access(surface, false, 'https://quayside.lightning.force.com/*', `https://${salesforceOrg}/*`)
    await desk.page.seesNot('Leadside has no access to Salesforce in this browser.')
    await desk.page.sees('Dana Okafor')
    await reachesCrm(surface, 'salesforce', 'good')
    await tab.front()
    await panel.click({ role: 'button', name: 'Read again' })
    await panel.seesNot(/no access/)
  } finally {
    await access(surface, true)
  }
  await tab.reload()
  await panelOn(tab, salesforceLead)
})

/** What an organisation's policy sets: hosts it keeps the extension from, and values it hands the extension. On the browser's own page for trying policies. */
async function policy(surface: ChromiumSurface, blocked: readonly string[], values: Readonly<Record<string, unknown>>): Promise<void> {
  const { extensionId } = surface
  const mandatory = { level: 1, scope: 1, source: 5 }
  const set = [
    ...(blocked.length > 0 ? [{ ...mandatory, namespace: 'chrome', name: 'ExtensionSettings', value: { [extensionId]: { runtime_blocked_hosts: blocked } } }] : []),
    ...Object.entries(values).map(([name, value]) => ({ ...mandatory, namespace: extensionId, name, value })),
  ]
  const page = await surface.context.newPage()
  await page.goto('chrome://policy/test')
  await page.evaluate(`import('chrome://resources/js/cr.js').then(({ sendWithPromise }) => sendWithPromise('setLocalTestPolicies', ${JSON.stringify(JSON.stringify(set))}, ''))`)
  await page.close()
}

test('S62 S59 a host the organisation blocks is named, not taken for a dead network, and what its policy sets is locked', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true })
  const { tab, panel } = await openLead(surface, salesforceLead)
  const reached = () => surface.evaluateBackground<boolean>(`fetch('https://${salesforceOrg}/services/data/').then(() => true, () => false)`)
  const words = 'Your organisation keeps Leadside from reaching Salesforce in this browser.'
  try {
    await policy(surface, [`*://${salesforceOrg}`], { hubAddress: 'https://leadside.acme.example' })
    await waitFor(async () => !(await reached()), 'the policy')
    await tab.front()
    await panel.click({ role: 'button', name: 'Read again' })
    await panel.sees(words)
    await panel.sees(salesforceLead.name)
    const { view } = await surface.desk('#/connections')
    await view.click({ role: 'button', name: 'Test' })
    await view.sees(words)
    await view.sees('Join a hub')
    expect(await view.evaluate(`[...document.querySelectorAll('input')].some(({ value, readOnly }) => readOnly && value === 'https://leadside.acme.example')`)).toBe(true)
  } finally {
    await policy(surface, [], {})
  }
  await waitFor(reached, 'the host')
  await tab.front()
  await panel.click({ role: 'button', name: 'Read again' })
  await panel.seesNot(words)
})
