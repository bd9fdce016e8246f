import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumExtension, chromiumPath, expect, test } from './fixtures.ts'
import { salesforceLead } from './harness/leads.ts'
import { launchPlainChromium } from './harness/plain-chromium.ts'
import { askFrom, setUp } from './harness/set-up.ts'
import { waitFor } from './harness/wait.ts'

const pages = ['home', 'feedback', 'library', 'library?tab=sources', 'data', 'overview']

test('F46 a desk that stays open keeps nothing of the pages it showed', async ({ beginChromium }) => {
  const surface = await beginChromium({ library: true })
  const page = await surface.context.newPage()
  await page.goto(`chrome-extension://${surface.extensionId}/options.html`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const session = await surface.context.newCDPSession(page)
  const visit = async (rounds: number) => {
    for (let round = 0; round < rounds; round += 1) {
      for (const name of pages) {
        await page.evaluate((to) => { location.hash = `#/${to}` }, name)
        await page.locator('main h1').waitFor()
      }
    }
  }
  const kept = async () => {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
    return { bytes: usedSize, nodes, jsEventListeners }
  }
  await visit(6)
  const early = await kept()
  await visit(20)
  const late = await kept()
  expect(late.nodes).toBeLessThan(early.nodes * 1.5)
  expect(late.jsEventListeners).toBeLessThan(early.jsEventListeners * 1.5)
  expect(late.bytes - early.bytes).toBeLessThan(2_000_000)
  await page.close()
})

test('F45 of many lead tabs only those that were looked at hold a panel, and nobody reads for the others', async ({ sandbox }) => {
  sandbox.reset()
  const browser = await launchPlainChromium(sandbox, { extension: chromiumExtension, executablePath: chromiumPath })
  try {
    await setUp(browser, { library: true, salesforce: true })
    sandbox.log.clear()
    await browser.open('about:blank')
    const tabs = await Promise.all(Array.from({ length: 24 }, () => browser.open(salesforceLead.url, true)))
    for (const tab of tabs) await waitFor(() => browser.evaluate<boolean>(tab, `document.readyState === 'complete' && document.querySelector('[data-leadside-dock]') !== null`), 'the dock')
    for (const tab of tabs) expect(await browser.evaluate(tab, 'document.visibilityState')).toBe('hidden')
    const panels = () => browser.targets('iframe', '/sidepanel.html')
    expect(await panels()).toEqual([])
    // What else connecting has the background read may still be under way.
    const id = salesforceLead.path.split('/')[4] ?? ''
    const reads = () => sandbox.log.entries.filter(({ path, body }) => path.includes('/composite') && body.includes(id)).length
    expect(reads()).toBe(0)
    for (const [n, tab] of tabs.slice(0, 3).entries()) {
      await browser.show(tab)
      await expect.poll(async () => (await panels()).length).toBe(n + 1)
    }
    // One record, read once: the other two take the copy that is there.
    await expect.poll(async () => (await Promise.all((await panels()).map((panel) => browser.evaluate<string>(panel, 'document.body?.innerText ?? ""')))).every((text) => text.includes(salesforceLead.name))).toBe(true)
    expect(reads()).toBeGreaterThan(0)
    expect(await browser.heap((await panels())[0] ?? '')).toBeLessThan(3 * 8_000_000)
  } finally {
    await browser.close()
  }
})

test('F47 a broken CSV of 100,000 rows is stopped by a click, and read to its end names the problem of every row', async ({ beginChromium }) => {
  const surface = await beginChromium({})
  const { view, close } = await surface.desk('#/library')
  const rows = Array.from({ length: 100_000 }, (_, n) => (n % 4 === 3 ? `Guide ${n},javascript:alert(${n}),ebook` : `Guide ${n},https://www.quayside.example/${n},ebook`))
  const file = join(mkdtempSync(join(tmpdir(), 'leadside-csv-')), 'broken.csv')
  writeFileSync(file, ['Title,Link,Type', ...rows].join('\n'))
  await view.click({ role: 'button', name: 'Import', nth: 0 })
  await view.upload(file)
  await view.click({ role: 'button', name: /^Preview 100/ })
  await view.click({ role: 'button', name: 'Stop' })
  await view.seesNot('Checking every row')
  await view.click({ role: 'button', name: /^Preview 100/ })
  await view.sees('75000 new', 30_000)
  await view.sees('25000 problems')
  await view.sees('javascript:alert(3)')
  expect(await askFrom(view)('library.list', {})).toEqual([])
  await close()
})
