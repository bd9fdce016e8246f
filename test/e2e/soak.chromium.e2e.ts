import { expect, test } from './fixtures.ts'

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
