import type { ChromiumSurface } from '../e2e/harness/chromium.ts'
import { hubspotContact, salesforceLead } from '../e2e/harness/leads.ts'
import { salesforcePages } from '../e2e/harness/people.ts'
import { waitFor } from '../e2e/harness/wait.ts'
import { syntheticAssets, wordAt } from './synthetic-assets.ts'

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Requests to the CRMs' APIs while one record is opened; what a day's cache holds was read before. */
export async function callsPerRecord(surface: ChromiumSurface): Promise<{ salesforce: number; hubspot: number; noRecord: number }> {
  const { log } = surface.sandbox
  const calls = () => log.entries.filter(({ host, path }) => host === 'api.hubapi.com' || path.startsWith('/services/')).length
  const during = async (url: string, panel: boolean) => {
    const before = calls()
    const tab = await surface.open(url)
    if (panel) await (await tab.panel()).sees('Content story')
    await pause(2_500)
    await tab.close()
    return calls() - before
  }
  const { quayside } = surface.sandbox.salesforce
  const other = quayside.rows('Lead').filter((row) => row['IsConverted'] !== true).at(-1)
  await during(salesforceLead.url, true)
  await during(hubspotContact.url.replace('70301', '70302'), true)
  return {
    salesforce: await during(`${salesforcePages}/lightning/r/Lead/${String(other?.['Id'])}/view`, true),
    hubspot: await during(hubspotContact.url, true),
    noRecord: await during(`${salesforcePages}/lightning/page/home`, false),
  }
}

const judged = { Good: 'Good', Wrong: 'Wrong' } as const

/** From the press until the verdict is acknowledged by the database and stands in the panel, milliseconds. */
export async function verdictTimes(surface: ChromiumSurface): Promise<number[]> {
  const tab = await surface.open(salesforceLead.url)
  const panel = await tab.panel()
  await panel.sees('Is this a good lead?')
  await pause(800)
  await panel.evaluate(`document.addEventListener('pointerdown', () => { globalThis.__down = performance.now(); globalThis.__stands = undefined }, true)
    new MutationObserver(() => { const stands = [...document.querySelectorAll('[role=status]')].some((el) => el.textContent.startsWith(globalThis.__want) && el.textContent.includes('by you')); if (globalThis.__down && stands) globalThis.__stands ??= performance.now() }).observe(document.body, { childList: true, subtree: true, characterData: true })`)
  const found: number[] = []
  for (let step = 0; step < 24; step += 1) {
    const verdict = step % 2 === 0 ? judged.Good : judged.Wrong
    await panel.evaluate(`globalThis.__want = ${JSON.stringify(verdict)}`)
    await panel.click({ role: 'button', name: verdict })
    found.push(await waitFor(() => panel.evaluate<number | undefined>('globalThis.__stands && globalThis.__stands - globalThis.__down'), `${verdict} to stand`))
    await pause(1_100)
  }
  await tab.close()
  return found
}

/** Imports so many made-up assets beside what is there. */
export async function fillLibrary(surface: ChromiumSurface, size: number): Promise<void> {
  const { view, close } = await surface.desk()
  const assets = syntheticAssets(size)
  for (let from = 0; from < size; from += 1000) {
    const request = { importId: 'bench', assets: assets.slice(from, from + 1000), last: from + 1000 >= size }
    const reply = await view.evaluate<{ ok: boolean }>(`chrome.runtime.sendMessage(${JSON.stringify({ leadside: 1, name: 'library.import', payload: request })})`)
    if (!reply.ok) throw new Error(JSON.stringify(reply))
  }
  await close()
}

/** A keystroke's way to the background's index and back, milliseconds, over a library that `fillLibrary` filled. */
export async function searchTimes(surface: ChromiumSurface): Promise<number[]> {
  const { view, close } = await surface.desk()
  const words = Array.from({ length: 6 }, (_, index) => `${wordAt(index * 13 + 1)} ${wordAt(index * 29 + 40)}`)
  const queries = words.flatMap((word) => Array.from({ length: word.length }, (_, at) => word.slice(0, at + 1)))
  const found = await view.evaluate<number[]>(`(async () => {
    const ask = (query) => chrome.runtime.sendMessage({ leadside: 1, name: 'library.search', payload: { query, filters: {}, limit: 20 } })
    let reply = await ask('warm')
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    const times = []
    for (const query of ${JSON.stringify(queries)}) {
      const from = performance.now()
      await ask(query)
      times.push(performance.now() - from)
    }
    return times
  })()`)
  await close()
  return found
}
