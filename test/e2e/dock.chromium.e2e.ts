import { expect, test } from './fixtures.ts'
import { hubspotContact, salesforceLead } from './harness/leads.ts'
import { openLead, panelOn, pause } from './steps.ts'

test('the dock opens, closes, moves and is resized by keyboard and mouse, and remembers it per CRM', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, salesforce: true, hubspot: true })
  const { tab } = await openLead(surface, salesforceLead)
  const page = surface.pageOf(tab)
  const dock = surface.dock(tab)
  await pause(300)

  await dock.focus('.size')
  const before = await dock.box('iframe')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect((await dock.box('iframe')).width).toBe(before.width + 32)
  for (let step = 0; step < 60; step += 1) await page.keyboard.press('ArrowRight')
  expect((await dock.box('iframe')).width).toBeGreaterThanOrEqual(320)

  await dock.focus('.handle')
  await page.keyboard.press('ArrowLeft')
  expect((await dock.box('iframe')).x).toBeLessThan(100)
  const top = (await dock.box('.group')).y
  await page.keyboard.press('ArrowDown')
  expect((await dock.box('.group')).y).toBeGreaterThan(top)

  await page.keyboard.press('Escape')
  expect(await dock.on('.handle', 'function () { return this.getAttribute("aria-expanded") }')).toBe('false')
  await pause(300)
  await tab.reload()
  expect(await surface.dock(tab).on('.handle', 'function () { return this.getAttribute("aria-expanded") }')).toBe('false')
  expect((await surface.dock(tab).box('.handle')).x).toBeLessThan(100)
  await surface.dock(tab).click('.handle')
  await panelOn(tab, salesforceLead)

  const other = await openLead(surface, hubspotContact)
  expect((await surface.dock(other.tab).box('.handle')).x).toBeGreaterThan(600)
})

const answers = ['Good', 'Not yet', 'Wrong', "Can't tell"]

test('at 320 by 480 the verdict bar is visible without scrolling and nothing is pushed out of reach', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true, hubspot: true })
  const { tab, panel } = await openLead(surface, hubspotContact)
  await surface.pageOf(tab).setViewportSize({ width: 800, height: 480 })
  await pause(300)
  const bar = await panel.evaluate<{ bottom: number; height: number; wide: number }>(`(() => {
    const box = [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === 'Good').getBoundingClientRect()
    return { bottom: box.bottom, height: innerHeight, wide: document.documentElement.scrollWidth - innerWidth }
  })()`)
  expect(bar.bottom).toBeLessThanOrEqual(bar.height)
  expect(bar.wide).toBeLessThanOrEqual(0)

  await surface.pageOf(tab).setViewportSize({ width: 320, height: 480 })
  await expect.poll(async () => (await surface.dock(tab).box('iframe')).width).toBe(320)
  await expect.poll(() => panel.evaluate<number>(`new Set(${JSON.stringify(answers)}.map((name) => [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === name).getBoundingClientRect().top)).size`)).toBe(1)
  await panel.click({ role: 'button', name: 'More' })
  await panel.click({ role: 'button', name: 'Close the panel' })
  await expect.poll(async () => (await surface.dock(tab).box('.handle')).x).toBeGreaterThan(250)
})
