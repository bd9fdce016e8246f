import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chromiumExtension, expect, test } from './fixtures.ts'
import { hubspotContact, salesforce, salesforceLead } from './harness/leads.ts'
import { salesforceOrg } from './harness/people.ts'
import type { View } from './harness/types.ts'
import { waitFor } from './harness/wait.ts'
import { openLead, panelOn, pause, reachesCrm, verdictsIn } from './steps.ts'

test('S02 S27 no script of ours runs on other pages, and a page that frames the panel gets nothing', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true })
  const tab = await surface.open('https://www.quayside.example/pricing')
  expect(await tab.page.evaluate("document.querySelectorAll('[data-leadside-dock]').length")).toBe(0)
  const framed = await tab.page.evaluate<string>(`new Promise((done) => {
    const frame = document.createElement('iframe')
    frame.src = 'chrome-extension://${surface.extensionId}/sidepanel.html'
    frame.onload = () => { try { done(frame.contentDocument ? 'readable' : 'closed') } catch { done('closed') } }
    frame.onerror = () => done('blocked')
    document.body.append(frame)
    setTimeout(() => done('blocked'), 2000)
  })`)
  expect(framed).not.toBe('readable')
  const inner = surface.pageOf(tab).frames().find((frame) => frame.url().startsWith('chrome-extension://'))
  expect((await inner?.evaluate('document.body?.innerText ?? ""').catch(() => '')) ?? '').toBe('')
})

test('S07 S18 a CRM page that knows the id can neither fetch the panel nor make one that shows data', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true })
  const { tab } = await openLead(surface, salesforceLead)
  const fetched = await tab.page.evaluate<string>(`fetch('chrome-extension://${surface.extensionId}/sidepanel.html').then(() => 'read', () => 'refused')`)
  expect(fetched).toBe('refused')
  await tab.page.evaluate(`(() => { const frame = document.createElement('iframe'); frame.src = 'chrome-extension://${surface.extensionId}/sidepanel.html#stolen'; document.body.append(frame) })()`)
  await tab.page.evaluate(`postMessage({ leadside: 1, name: 'panel.hello', payload: {} }, '*')`)
  await pause(1_500)
  const frames = surface.pageOf(tab).frames().filter((frame) => frame.url().includes('sidepanel.html'))
  const texts = await Promise.all(frames.map((frame) => frame.evaluate<string>('document.body?.innerText ?? ""').catch(() => '')))
  expect(texts.filter((text) => text.includes(salesforceLead.name)).length).toBeLessThanOrEqual(1)
})

test('S21 S25 S41 the page sees no person, no asset, no token; script-made clicks do nothing', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true, hubspot: true })
  const { tab, panel } = await openLead(surface, salesforceLead)
  await panel.sees('Suggested assets')
  const asset = await panel.evaluate<string>(`document.querySelector('h3').textContent`)
  const seen = await tab.page.evaluate<string>(`(() => {
    const all = (root) => [...root.querySelectorAll('*')].flatMap((el) => [el, ...(el.shadowRoot ? all(el.shadowRoot) : [])])
    const host = document.querySelector('[data-leadside-dock]')
    return document.documentElement.outerHTML.replace(/<main[\\s\\S]*<\\/main>/, '') + all(document).map((el) => el.shadowRoot?.innerHTML ?? '').join('') + host.outerHTML + window.frames.length + JSON.stringify(performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.includes('extension')))
  })()`)
  expect(seen).not.toContain(asset)
  expect(seen).not.toContain('sidepanel.html#')
  expect(await tab.page.evaluate("document.querySelector('[data-leadside-dock]').shadowRoot")).toBeNull()

  await panel.evaluate(`[...document.querySelectorAll('button')].find((button) => button.textContent.trim() === 'Good').click()`)
  await pause(800)
  await panel.seesNot(/Undo/)

  const tokens = await surface.evaluateBackground<string>(`chrome.storage.local.get(null).then((all) => JSON.stringify(all))`)
  expect(tokens).not.toContain('pat-na1')
  expect(tokens).not.toMatch(/00D\w{12,15}!/)
})

const tricks: { name: string; css?: string; script?: string; host?: [string, string] }[] = [
  { name: 'opacity on html', css: 'html{opacity:.01!important}' },
  { name: 'opacity on the host', host: ['opacity', '.02'] },
  { name: 'filter on html', css: 'html{filter:blur(9px)!important}' },
  { name: 'transform on html', css: 'html{transform:scale(.99)!important}' },
  { name: 'clip-path on the host', host: ['clip-path', 'inset(0 0 50% 0)'] },
  { name: 'mask on html', css: 'html{-webkit-mask-image:linear-gradient(transparent,transparent)!important;mask-image:linear-gradient(transparent,transparent)!important}' },
  { name: 'mix-blend-mode on the host', host: ['mix-blend-mode', 'difference'] },
  { name: 'moved off the screen', host: ['transform', 'translateX(200px)'] },
  { name: 'an overlay that takes clicks', script: `document.body.insertAdjacentHTML('beforeend', '<div data-trick style="position:fixed;inset:0;z-index:2147483647;background:#fff"></div>')` },
  { name: 'an overlay that lets clicks through', script: `document.body.insertAdjacentHTML('beforeend', '<div data-trick style="position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none"></div>')` },
  { name: 'a popover that lets clicks through', script: `(() => { document.body.insertAdjacentHTML('beforeend', '<div data-trick popover="manual" style="position:fixed;inset:0;width:100%;height:100%;background:#fff;pointer-events:none"></div>'); document.querySelector('[data-trick]').showPopover() })()` },
  { name: 'a small overlay over the buttons', script: `document.body.insertAdjacentHTML('beforeend', '<div data-trick style="position:fixed;right:0;bottom:0;width:420px;height:120px;z-index:2147483647;background:#fff;pointer-events:none"></div>')` },
]

test('S23 S26 nothing is judged through twelve ways to cover, fade or cut the panel', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true })
  const { tab, panel } = await openLead(surface, salesforceLead)
  const page = surface.pageOf(tab)
  await pause(800)
  const clickGood = async () => {
    const { x, y } = await goodButton(panel, page)
    await page.mouse.click(x, y)
    await pause(700)
  }
  const dockStyle = (code: string) => page.evaluate(`document.querySelector('[data-leadside-dock]').style.${code}`)
  for (const { name, css, script, host } of tricks) {
    if (host) await dockStyle(`setProperty('${host[0]}', '${host[1]}', 'important')`)
    const style = css ? await page.addStyleTag({ content: css }) : undefined
    if (script) await page.evaluate(script)
    await pause(650)
    await clickGood()
    expect(await panel.text(), name).not.toMatch(/by you/)
    if (host) await dockStyle(`removeProperty('${host[0]}')`)
    await style?.evaluate((element) => (element as Element).remove())
    await page.evaluate(`document.querySelectorAll('[data-trick]').forEach((element) => element.remove())`)
  }
  // Not before it has stood still for half a second.
  await expect(async () => {
    await clickGood()
    await panel.sees(/Good.* by you/, 1_000)
  }).toPass()

  for (let round = 0; round < 6; round += 1) {
    await page.evaluate(`document.querySelector('[data-leadside-dock]')?.remove()`)
    await pause(150)
  }
  expect(await page.evaluate(`document.querySelectorAll('[data-leadside-dock]').length`)).toBe(0)
})

async function goodButton(panel: View, page: Page): Promise<{ x: number; y: number }> {
  const inner = await panel.evaluate<{ x: number; y: number }>(`(() => { const box = [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === 'Good').getBoundingClientRect(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 } })()`)
  const width = await panel.evaluate<number>('innerWidth')
  return { x: (page.viewportSize()?.width ?? 0) - width + inner.x, y: inner.y }
}

test('S24 a click in the half second after the panel appeared does nothing', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true })
  const { tab, panel } = await openLead(surface, salesforceLead)
  const page = surface.pageOf(tab)
  await pause(700)
  const at = await goodButton(panel, page)
  await surface.dock(tab).click('.handle')
  await pause(300)
  await surface.dock(tab).click('.handle')
  await page.mouse.click(at.x, at.y)
  await pause(600)
  await (await tab.panel()).seesNot(/by you/)
})

test('S30 F31 F32 F33 the panel works on hostile, strict, isolated and strange pages, and the page stays as it was', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true })
  for (const variant of ['strict-csp', 'hostile', 'anchor-less']) {
    const tab = await surface.open(`${salesforceLead.url}?sandbox.variant=${variant}`)
    const panel = await panelOn(tab, salesforceLead)
    await panel.sees('Why this lead')
    await tab.close()
  }
  // Where the browser blocks the frame, or takes its origin away, the dock says so.
  for (const variant of ['coep', 'csp-sandbox']) {
    const blocked = await surface.open(`${salesforceLead.url}?sandbox.variant=${variant}`)
    await waitFor(async () => /does not let Leadside show its panel/.test(await surface.dock(blocked).text()), `the note on ${variant}`, 20_000)
    await blocked.close()
  }

  const globals = (tab: { page: View }) => tab.page.evaluate<string>(`Object.getOwnPropertyNames(globalThis).sort().join() + '|' + document.documentElement.outerHTML.replace(/<div data-leadside-dock[^>]*><\\/div>/, '')`)
  const withIt = await surface.open(salesforceLead.url)
  await panelOn(withIt, salesforceLead)
  const after = await globals(withIt)
  await surface.setEnabled(false)
  try {
    await withIt.reload()
    await expect.poll(() => globals(withIt)).toBe(after)
  } finally {
    await surface.setEnabled(true)
  }
})

test('S31 text from the CRM stays text', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, hubspot: true })
  const contact = surface.sandbox.hubspot.portal(24680135).records.find('0-1', '70301')
  if (!contact) throw new Error('no contact')
  surface.sandbox.hubspot.portal(24680135).records.set(contact, 'company', '<img src=x onerror="document.title=1"> "><svg onload=alert(1)> \u202Egnp.exe 👩‍👩‍👧', Date.now(), { sourceType: 'CRM_UI' })
  const { panel } = await openLead(surface, hubspotContact)
  await panel.sees('<img src=x onerror=')
  expect(await panel.evaluate<number>(`document.querySelectorAll('img, svg[onload]').length`)).toBe(0)
})

test('the panel names as whom it writes, whoever is signed in to the page', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true })
  const tab = await surface.open(`https://${salesforceOrg}/sandbox/login-as/marketer?retURL=${encodeURIComponent(salesforceLead.path)}`)
  const panel = await panelOn(tab, salesforceLead)
  await panel.sees(/as Dana Okafor/)
})

test('S45 disconnecting forgets tokens and people', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true, hubspot: true })
  const { tab } = await openLead(surface, salesforceLead)
  await tab.close()
  const { view } = await surface.desk('#/connections')
  for (const left of [1, 0]) {
    await view.click({ role: 'button', name: 'Disconnect', nth: 0 })
    await view.sees('Forget the sign-in and the local copies?')
    await view.click({ role: 'button', name: 'Disconnect', nth: 0 })
    await expect.poll(() => view.count({ role: 'button', name: 'Disconnect' })).toBe(left)
  }
  await view.sees(/Nothing is connected yet/)
  const dump = await view.evaluate<string>(dumpCode)
  for (const canary of ['Priya', 'Acme Robotics', 'pat-na1']) expect(dump, canary).not.toContain(canary)
})

const dumpCode = `(async () => {
  const out = [await chrome.storage.local.get(null), await chrome.storage.session.get(null)]
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done, fail) => { const open = indexedDB.open(name); open.onsuccess = () => done(open.result); open.onerror = () => fail(open.error) })
    for (const store of db.objectStoreNames) out.push(store === 'assets' ? [] : await new Promise((done) => { const all = db.transaction(store).objectStore(store).getAll(); all.onsuccess = () => done(all.result) }))
    db.close()
  }
  return JSON.stringify(out)
})()`

test('F22 a revoked key is said, and the person stays on the screen', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, hubspot: true })
  const { tab } = await openLead(surface, hubspotContact)
  surface.sandbox.hubspot.configure({ revokedTokens: ['pat-na1-00000000-0000-4000-8000-000000000001'] })
  const panel = await tab.panel()
  await panel.click({ role: 'button', name: 'Read again' })
  await panel.sees('Your sign-in to HubSpot has ended.')
  await panel.sees(hubspotContact.name)
})

test('F10 a loader that runs a second time in a page changes nothing there', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true })
  const { tab } = await openLead(surface, salesforceLead)
  const session = await surface.context.newCDPSession(surface.pageOf(tab))
  const worlds: { id: number; origin: string }[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context))
  await session.send('Runtime.enable')
  const world = worlds.find(({ origin }) => origin === `chrome-extension://${surface.extensionId}`)
  for (let copy = 0; copy < 3; copy += 1) {
    const { exceptionDetails } = await session.send('Runtime.evaluate', { contextId: world?.id ?? 0, expression: readFileSync(join(chromiumExtension, 'crm-loader.js'), 'utf8') })
    expect(exceptionDetails).toBeUndefined()
  }
  await pause(1_000)
  expect(await tab.page.evaluate("document.querySelectorAll('[data-leadside-dock]').length")).toBe(1)
  expect(surface.pageOf(tab).frames().filter((frame) => frame.url().includes('sidepanel.html'))).toHaveLength(1)
  await tab.pushState(salesforce('sofia-petrova', 'Sofia Petrova').path)
  await panelOn(tab, { name: 'Sofia Petrova' })
  await surface.dock(tab).click('.handle')
  expect(await surface.dock(tab).on('.handle', 'function () { return this.getAttribute("aria-expanded") }')).toBe('false')
})

test('F09 an extension switched off leaves nothing that fails, and comes back once', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true })
  const { tab } = await openLead(surface, salesforceLead)
  const errors: string[] = []
  surface.pageOf(tab).on('pageerror', (error) => errors.push(error.message))
  await surface.setEnabled(false)
  await waitFor(async () => !(await tab.hasPanel()), 'the dead panel to go')
  await pause(1_500)
  expect(errors).toEqual([])
  await surface.setEnabled(true)
  await tab.reload()
  await panelOn(tab, salesforceLead)
  expect(await tab.page.evaluate("document.querySelectorAll('[data-leadside-dock]').length")).toBe(1)
})

test('F35 a wiped database stops nobody, and what the CRM has stays there', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true })
  const { tab, panel } = await openLead(surface, salesforceLead)
  await panel.click({ role: 'button', name: 'Good' })
  await panel.sees(/by you/)
  await reachesCrm(surface, 'salesforce', 'good')
  await tab.close()
  const { view, close } = await surface.desk()
  await view.evaluate(`indexedDB.databases().then((all) => Promise.all(all.map(({ name }) => new Promise((done) => { const gone = indexedDB.deleteDatabase(name); gone.onsuccess = gone.onerror = gone.onblocked = () => done() }))))`)
  await close()
  await surface.killBackground()
  const again = await openLead(surface, salesforce('sofia-petrova', 'Sofia Petrova')).catch(() => undefined)
  const desk = await surface.desk()
  await desk.view.sees(/Some of what Leadside kept on this computer is gone/)
  expect(verdictsIn(surface, 'salesforce')).toEqual(['good'])
  await again?.tab.close()
})

test('F36 an old tab that keeps the database shut is said after a moment, and forgotten once it is gone', async ({ beginChromium }) => {
  const surface = await beginChromium({ consent: true })
  const old = await surface.desk('#/data')
  await surface.killBackground()
  // As a page of an older version would: its connection hears of no newer one.
  await old.view.evaluate(`new Promise((done) => {
    const gone = indexedDB.deleteDatabase('leadside')
    gone.onsuccess = gone.onblocked = () => {
      const open = indexedDB.open('leadside', 1)
      open.onupgradeneeded = () => undefined
      open.onsuccess = () => { globalThis.kept = open.result; done() }
    }
  })`)
  const desk = await surface.desk('#/connections')
  await desk.view.sees(/data in this browser cannot be opened/)
  await old.view.evaluate('kept.close()')
  await surface.killBackground()
  await desk.view.evaluate('location.reload()').catch(() => undefined)
  await desk.view.sees(/What Leadside is connected to|Accept and continue/)
})
