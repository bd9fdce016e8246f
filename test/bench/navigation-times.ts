import type { ChromiumSurface } from '../e2e/harness/chromium.ts'
import type { Lead } from '../e2e/harness/leads.ts'
import { salesforcePages } from '../e2e/harness/people.ts'
import type { View } from '../e2e/harness/types.ts'
import { waitFor } from '../e2e/harness/wait.ts'

const times = 32

export interface NavigationTimes { cached: number[]; fresh: number[]; /** Samples at which the panel showed somebody else while it could be seen. */ wrong: number }

/** From the page's pushState until the panel shows that person with reasons and suggestions, milliseconds. */
export async function navigationTimes(surface: ChromiumSurface): Promise<NavigationTimes> {
  const rows = surface.sandbox.salesforce.quayside.rows('Lead').filter((row) => row['IsConverted'] !== true)
  const leads: Lead[] = rows.slice(0, times + 1).map((row) => {
    const path = `/lightning/r/Lead/${String(row['Id'])}/view`
    return { name: String(row['Name']), path, url: salesforcePages + path }
  })
  const [start, ...others] = leads
  if (!start) throw new Error('no leads')
  const tab = await surface.open(start.url)
  const panel = await tab.panel()
  await panel.sees(start.name)
  await panel.evaluate(watchCode)
  const fresh: number[] = []
  const cached: number[] = []
  let wrong = 0
  const go = async (lead: Lead, into: number[]) => {
    await panel.evaluate(`__wait(${JSON.stringify(lead.name)})`)
    const from = await tab.page.evaluate<number>(`(() => { const at = performance.timeOrigin + performance.now(); history.pushState({}, '', ${JSON.stringify(lead.path)}); return at })()`)
    const at = await waitFor(() => seen(panel), `${lead.name} to be painted`, 15_000)
    into.push(at - from)
    wrong += await shownWrongly(surface, tab, panel, lead)
    await new Promise((done) => setTimeout(done, 400))
  }
  for (const lead of others) await go(lead, fresh)
  for (let step = 0; step < times; step += 1) await go(others[(step * 7) % others.length] ?? start, cached)
  await tab.close()
  return { cached, fresh, wrong }
}

const watchCode = `(() => {
  let wanted
  globalThis.__wait = (name) => { wanted = name; globalThis.__at = undefined }
  const look = () => {
    if (wanted === undefined) return
    const text = document.body.innerText
    if (text.includes(wanted) && text.includes('Suggested assets')) { globalThis.__at = performance.timeOrigin + performance.now(); wanted = undefined }
  }
  new MutationObserver(() => requestAnimationFrame(look)).observe(document.body, { childList: true, subtree: true, characterData: true })
  setInterval(look, 5)
})()`

const seen = (panel: View) => panel.evaluate<number | undefined>('globalThis.__at')

async function shownWrongly(surface: ChromiumSurface, tab: Parameters<ChromiumSurface['dock']>[0], panel: View, lead: Lead): Promise<number> {
  const shown = await surface.dock(tab).on<boolean>('iframe', 'function () { return this.classList.contains("on") }')
  return shown && !(await panel.text()).includes(lead.name) ? 1 : 0
}
