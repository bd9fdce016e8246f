import { salesforceLead } from '../e2e/harness/leads.ts'
import { launchPlainChromium } from '../e2e/harness/plain-chromium.ts'
import { setUp } from '../e2e/harness/set-up.ts'
import { waitFor } from '../e2e/harness/wait.ts'
import type { Sandbox } from '../sandbox/server.ts'

export interface ManyTabs {
  /** Panels before anybody looked, after some were looked at, and once those were out of sight for half a minute. */
  before: number
  looked: number
  after: number
  /** Of all panels together while those that were looked at are there. */
  heapMb: number
}

const lookedAt = 5
/** Longer than a panel nobody sees is kept. */
const sleepMs = 45_000

/** So many lead pages in tabs behind each other, a few of which are looked at. */
export async function manyTabs(sandbox: Sandbox, browserAt: { extension: string; executablePath: string }, many: number): Promise<ManyTabs> {
  sandbox.reset()
  const browser = await launchPlainChromium(sandbox, browserAt)
  try {
    await setUp(browser, { library: true, salesforce: true })
    const tabs: string[] = []
    for (let n = 0; n < many; n += 1) tabs.push(await browser.open(salesforceLead.url, true))
    for (const tab of tabs) await waitFor(() => browser.evaluate<boolean>(tab, `document.querySelector('[data-leadside-dock]') !== null`), 'the dock', 60_000)
    const panels = () => browser.targets('iframe', '/sidepanel.html')
    const before = (await panels()).length
    for (const [n, tab] of tabs.slice(0, lookedAt).entries()) {
      await browser.show(tab)
      await waitFor(async () => (await panels()).length > n, 'the panel', 20_000)
    }
    const there = await panels()
    const heapMb = (await browser.heap(there[0] ?? '')) / 1024 / 1024
    const after = await waitFor(async () => (await panels()).length === 1, 'hidden panels to go', sleepMs).then(() => 1, async () => (await panels()).length)
    return { before, looked: there.length, after, heapMb }
  } finally {
    await browser.close()
  }
}
