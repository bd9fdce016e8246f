import { expect, test } from './fixtures.ts'
import { salesforce, salesforceLead } from './harness/leads.ts'
import { salesforceClientId, salesforceOrg } from './harness/people.ts'
import { waitFor } from './harness/wait.ts'
import { openLead, panelOn, reachesCrm, verdictsIn } from './steps.ts'

// Only Firefox lets a test grant optional permissions, press the command's key and hide a tab.

test('S43 the browser session is asked for at its click, and nothing is written once the page belongs to somebody else', async ({ beginFirefox }) => {
  const surface = await beginFirefox({ consent: true, library: true })
  const signInAs = (user: string, path: string) => `https://${salesforceOrg}/sandbox/login-as/${user}?retURL=${encodeURIComponent(path)}`
  const tab = await surface.open(signInAs('rep', salesforceLead.path))
  const { view, close } = await surface.desk('#/connections')
  expect(await view.evaluate<boolean>(`browser.permissions.contains({ permissions: ['cookies'] })`)).toBe(false)
  await view.click({ role: 'button', name: 'Salesforce' })
  await view.type({ role: 'textbox', name: 'Address of your org' }, salesforceOrg)
  await view.click({ role: 'button', name: 'Other ways to connect' })
  await view.click({ role: 'button', name: 'Use my browser session' })
  await view.sees('Dana Okafor')
  await close()
  await tab.front()
  const panel = await panelOn(tab, salesforceLead)
  await panel.sees(/as Dana Okafor/)
  await panel.click({ role: 'button', name: 'Good' })
  await reachesCrm(surface, 'salesforce', 'good')

  const other = salesforce('sofia-petrova', 'Sofia Petrova')
  await tab.goto(signInAs('marketer', other.path))
  const again = await panelOn(tab, other)
  await again.sees(/as Dana Okafor/)
  await again.click({ role: 'button', name: 'Wrong' })
  await again.sees(/as somebody else than Leadside is/, 40_000)
  expect(verdictsIn(surface, 'salesforce')).toEqual(['good'])
})

test('S03 a proxied page is asked for by the click that connects it; taken away again, nothing else breaks', async ({ beginFirefox }) => {
  const surface = await beginFirefox({ consent: true, library: true })
  const proxied = `https://quayside.lightning.force.com.mcas.ms${salesforceLead.path}`
  const before = await surface.open(proxied)
  expect(await before.page.evaluate("document.querySelectorAll('[data-leadside-dock]').length")).toBe(0)
  await before.close()
  const { view } = await surface.desk('#/connections')
  await view.click({ role: 'button', name: 'Salesforce' })
  await view.type({ role: 'textbox', name: 'Address of your org' }, proxied)
  await view.type({ role: 'textbox', name: 'Consumer key' }, salesforceClientId)
  await view.click({ role: 'button', name: 'Sign in to Salesforce' })
  await view.sees('Dana Okafor', 20_000)
  const tab = await surface.open(proxied)
  await panelOn(tab, salesforceLead)

  await view.evaluate(`browser.permissions.remove({ origins: ['https://*.lightning.force.com.mcas.ms/*'] })`)
  await tab.reload()
  await tab.page.sees(salesforceLead.name)
  expect(await tab.page.evaluate("document.querySelectorAll('[data-leadside-dock]').length")).toBe(0)
  await openLead(surface, salesforceLead)
})

test('F45 the command opens and closes the panel, and a panel nobody sees for half a minute is taken down until its tab is back', async ({ beginFirefox }) => {
  const surface = await beginFirefox({ library: true, salesforce: true })
  const { tab } = await openLead(surface, salesforceLead)
  const isOpen = () => tab.page.evaluate<boolean>(`document.activeElement !== null && document.elementFromPoint(innerWidth - 200, innerHeight - 60)?.matches('[data-leadside-dock]') === true`)
  const command = () => surface.chromeEval(`(Services.wm.getMostRecentWindow('navigator:browser').document.querySelector('keyset[id^="ext-keyset"] key').doCommand(), null)`)
  await waitFor(isOpen, 'the open panel')
  await command()
  await waitFor(async () => !(await isOpen()), 'the panel to close')
  await command()
  await waitFor(isOpen, 'the panel to open again')
  await panelOn(tab, salesforceLead)

  const other = await surface.open('https://www.quayside.example/pricing')
  await other.front()
  await expect.poll(() => tab.page.evaluate('document.visibilityState')).toBe('hidden')
  await waitFor(async () => !(await tab.hasPanel()), 'the hidden panel to be taken down', 45_000)
  await tab.front()
  await panelOn(tab, salesforceLead)
})

test('S18 S27 a panel that the page framed itself shows nobody and asks for nothing, whatever is posted to it', async ({ beginFirefox }) => {
  const surface = await beginFirefox({ library: true, salesforce: true })
  const { tab } = await openLead(surface, salesforceLead)
  const framed = `${surface.origin}/sidepanel.html#stolen`
  await tab.page.evaluate(`(() => { const frame = document.createElement('iframe'); frame.dataset.stolen = ''; frame.src = '${framed}'; frame.style.cssText = 'position:fixed;left:0;top:0;width:400px;height:600px;z-index:1'; document.body.append(frame) })()`)
  const stolen = await waitFor(() => surface.frameOf(tab, 'iframe[data-stolen]'), 'the stolen frame')
  await tab.page.evaluate(`(() => {
    const target = document.querySelector('iframe[data-stolen]').contentWindow
    for (const name of ['panel.hello', 'panel.context', 'record.cached', 'verdict.give']) for (const to of [window, target]) to.postMessage({ leadside: 1, name, signal: 'record', payload: { ticket: 'stolen' } }, '*')
  })()`)
  await new Promise((done) => setTimeout(done, 1_500))
  const text = await stolen.text()
  for (const canary of [salesforceLead.name, 'Acme', 'Suggested assets', 'Priya']) expect(text, canary).not.toContain(canary)
  expect(verdictsIn(surface, 'salesforce')).toEqual([])
  // The real one is where it was.
  await tab.page.evaluate(`document.querySelector('iframe[data-stolen]').remove()`)
  await panelOn(tab, salesforceLead)

  const elsewhere = await surface.open('https://www.quayside.example/pricing')
  await elsewhere.page.evaluate(`(() => { const frame = document.createElement('iframe'); frame.dataset.stolen = ''; frame.src = '${framed}'; document.body.append(frame) })()`)
  await new Promise((done) => setTimeout(done, 800))
  expect((await surface.frameOf(elsewhere, 'iframe[data-stolen]'))?.url ?? '').not.toContain('moz-extension')
})
