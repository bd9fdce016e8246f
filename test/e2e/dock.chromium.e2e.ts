import { expect, test } from './fixtures.ts'
import { hubspotContact, salesforceLead } from './harness/leads.ts'
import { openLead, panelOn } from './steps.ts'

test('the dock opens, closes, moves and is resized by keyboard and mouse, and remembers it per CRM', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true, hubspot: true })
  const { tab, panel } = await openLead(surface, salesforceLead)
  const page = surface.pageOf(tab)
  const dock = surface.dock(tab)
  await dock.box('iframe')

  await dock.focus('.size')
  const before = await dock.box('iframe')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect((await dock.box('iframe')).width).toBe(before.width + 32)
  for (let step = 0; step < 60; step += 1) await page.keyboard.press('ArrowRight')
  expect((await dock.box('iframe')).width).toBeGreaterThanOrEqual(320)

  await dock.focus('.handle')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await dock.box('iframe')).x).toBeLessThan(100)
  const top = (await dock.box('.group')).y
  await page.keyboard.press('ArrowDown')
  await expect.poll(async () => (await dock.box('.group')).y).toBeGreaterThan(top)

  await page.keyboard.press('Escape')
  expect(await dock.on('.handle', 'function () { return this.getAttribute("aria-expanded") }')).toBe('false')
  // What the dock tells the background it tells in passing: the page may go before it is kept.
  await expect.poll(() => panel.evaluate<string>('chrome.storage.local.get(null).then((all) => JSON.stringify(all))')).toMatch(/"side":"left"[^}]*"open":false|"open":false[^}]*"side":"left"/)
  await tab.reload()
  expect(await surface.dock(tab).on('.handle', 'function () { return this.getAttribute("aria-expanded") }')).toBe('false')
  await expect.poll(async () => (await surface.dock(tab).box('.handle')).x).toBeLessThan(100)
  await surface.dock(tab).click('.handle')
  await panelOn(tab, salesforceLead)

  const other = await openLead(surface, hubspotContact)
  await expect.poll(async () => (await surface.dock(other.tab).box('.handle')).x).toBeGreaterThan(600)
})

const answers = ['Good', 'Not yet', 'Wrong', "Can't tell"]

test('at 320 by 480 the verdict bar is visible without scrolling and nothing is pushed out of reach', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, hubspot: true })
  const { tab, panel } = await openLead(surface, hubspotContact)
  await surface.pageOf(tab).setViewportSize({ width: 800, height: 480 })
  await expect.poll(() => panel.evaluate<{ is480: boolean; below: boolean; wide: boolean }>(`(() => {
    const box = [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === 'Good').getBoundingClientRect()
    return { is480: innerHeight <= 480, below: box.bottom > innerHeight, wide: document.documentElement.scrollWidth > innerWidth }
  })()`)).toEqual({ is480: true, below: false, wide: false })

  await surface.pageOf(tab).setViewportSize({ width: 320, height: 480 })
  await expect.poll(async () => (await surface.dock(tab).box('iframe')).width).toBe(320)
  await expect.poll(() => panel.evaluate<number>(`new Set(${JSON.stringify(answers)}.map((name) => [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === name).getBoundingClientRect().top)).size`)).toBe(1)
  await panel.click({ role: 'button', name: 'More' })
  await panel.click({ role: 'button', name: 'Close the panel' })
  await expect.poll(async () => (await surface.dock(tab).box('.handle')).x).toBeGreaterThan(250)
})
