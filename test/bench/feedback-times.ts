import type { ChromiumSurface } from '../e2e/harness/chromium.ts'

export interface FeedbackTimes {
  /** Milliseconds from choosing a filter to the frame that shows it. */
  filter: number[]
  /** Longest task of the page's main thread meanwhile, milliseconds. */
  longestTask: number
}

const verdicts = ['good', 'not_yet', 'wrong', 'cant_tell'] as const

/** Fills the desk with verdicts of made-up leads and times its filters. */
export async function feedbackTimes(surface: ChromiumSurface, count: number): Promise<FeedbackTimes> {
  const { view, close } = await surface.desk('#/home')
  const now = Date.now()
  const events = Array.from({ length: count }, (_, index) => ({
    type: 'verdict', id: `0191${String(index).padStart(4, '0').slice(-4)}-${String(index).padStart(4, '0').slice(-4)}-7000-8000-${String(index).padStart(12, '0')}`,
    at: now - index * 60_000, ref: { crm: 'hubspot', org: '1000001', kind: 'contact', id: String(1_000_000 + index) }, rep: { id: 'bench', name: 'Bench', verified: false },
    verdict: verdicts[index % 4], reason: ['real-need', 'later-project', 'too-small', 'no-reply'][index % 4],
    evidence: { playbook: '1', source: `Source ${index % 7}`, campaigns: [`Campaign ${index % 40}`], digest: '0', stories: [] },
  }))
  const json = JSON.stringify({ format: 'leadside-backup', version: 1, events, assets: [], outbox: [] })
  const ask = (name: string, payload: unknown) => view.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ leadside: 1, name, payload })})`)
  await ask('data.restore', { json })
  await view.evaluate("location.hash = '#/feedback'")
  await view.sees(/\b[\d,]{6,} verdicts/, 60_000)
  const times = await view.evaluate<FeedbackTimes>(`(async () => {
    const long = []
    new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' })
    const filter = []
    const selects = [...document.querySelectorAll('search select')].slice(0, 5)
    for (let round = 0; round < 4; round += 1) for (const select of selects) {
      const options = [...select.options]
      const wanted = options[round % 2 === 0 ? Math.min(1, options.length - 1) : 0]
      const from = performance.now()
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, wanted.value)
      select.dispatchEvent(new Event('change', { bubbles: true }))
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      filter.push(performance.now() - from)
      await new Promise((done) => setTimeout(done, 150))
    }
    return { filter, longestTask: Math.max(0, ...long) }
  })()`)
  await close()
  return times
}
