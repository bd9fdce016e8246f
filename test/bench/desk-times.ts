import type { Page } from '@playwright/test'
import { toLine } from '@/lib/domain/archive'
import { askFrom } from '../e2e/harness/set-up.ts'
import type { ChromiumSurface } from '../e2e/harness/chromium.ts'
import { hubspotPortal } from '../e2e/harness/people.ts'
import { handOverRows } from './hand-over-rows.ts'
import { verdictEvents } from './verdict-events.ts'

const part = 5_000

/** Fills the ledger with verdicts of made-up leads, as a backup that is restored in parts. */
export async function seedVerdicts(surface: ChromiumSurface, from: number, to: number): Promise<void> {
  const { view, close } = await surface.desk('#/home')
  const ask = askFrom(view)
  const now = Date.now()
  for (let start = from; start < to; start += part) {
    const lines = verdictEvents(start, Math.min(part, to - start), to, now).map((data) => JSON.stringify({ specversion: '1.0', id: data.id, source: 'urn:leadside:hubspot:1000001', type: 'app.leadside.verdict', data }))
    await ask('data.restore', { text: `${lines.join('\n')}\n`, dry: false, last: start + part >= to })
  }
  await close()
}

/** Says what counts as handed over, and fills in leads that were, nine tenths of them those of the verdicts. */
export async function seedHandOvers(surface: ChromiumSurface, count: number): Promise<void> {
  const { view, close } = await surface.desk('#/home')
  const ask = askFrom(view)
  const now = Date.now()
  await ask('hand-overs.set-rule', { crm: 'hubspot', org: hubspotPortal, rule: { way: { by: 'lifecycle-stage', stage: { id: 'marketingqualifiedlead', label: 'MQL' } }, since: 0, mql: [], sql: [] } })
  for (let start = 0; start < count; start += part) {
    const lines = handOverRows(start, Math.min(part, count - start), count, now).map((handOver) => toLine({ kind: 'hand-over', data: { due: now, handOver } }, handOver.key, handOver.at))
    await ask('data.restore', { text: `${lines.join('\n')}\n`, dry: false, last: start + part >= count })
  }
  await close()
}

export interface DeskTimes {
  /** From the start of the navigation until the page shows what it is for, milliseconds. */
  shown: number
  /** From choosing a filter until the frame that shows its count, milliseconds. */
  filter: number[]
  /** Longest task of the page's main thread while it was filled, and while it was filtered; tasks of 50 ms and less are 0. */
  longest: { filling: number; filtering: number }
}

/** A lead's cached panel asked for from a background that was just stopped, milliseconds each time. */
export async function openTimes(surface: ChromiumSurface, times = 5): Promise<number[]> {
  const desk = await surface.desk('#/home')
  const { refs } = await askFrom(desk.view)('samples.load', {}) as { refs: unknown[] }
  await desk.close()
  const found: number[] = []
  for (let time = 0; time < times; time += 1) {
    const { view, close } = await surface.sidePanel()
    await surface.killBackground()
    const from = performance.now()
    await askFrom(view)('record.cached', { ref: refs[0] })
    found.push(performance.now() - from)
    await close()
  }
  return found
}

interface Place { address: string; ready: string; handOvers?: number }

/** What is waited for: an element that stands for the page's use, and the number of verdicts in its status line. */
const overview: Place = { address: '#/overview?period=', ready: 'main svg[role=img]' }
const feedback: Place = { address: '#/feedback', ready: 'main [role=table] [role=row] a' }

/** `handOvers`: how many leads its coverage has to count before it is filled. */
export function overviewTimes(surface: ChromiumSurface, count: number, handOvers?: number): Promise<DeskTimes> {
  return deskTimes(surface, handOvers === undefined ? overview : { ...overview, handOvers }, count)
}

export function feedbackTimes(surface: ChromiumSurface, count: number): Promise<DeskTimes> {
  return deskTimes(surface, feedback, count)
}

async function deskTimes(surface: ChromiumSurface, { address, ready, handOvers }: Place, count: number): Promise<DeskTimes> {
  const page = await surface.context.newPage()
  await page.goto(`chrome-extension://${surface.extensionId}/options.html${address}`, { waitUntil: 'commit' })
  const shown = await inPage<number>(page, `(async () => { while (!document.querySelector(${JSON.stringify(ready)})) await new Promise(requestAnimationFrame); return performance.now() })()`)
  await page.waitForFunction((wanted) => [...document.querySelectorAll('main [role=status]')].some((line) => line.textContent?.replace(/\D/g, '') === String(wanted)), count, { timeout: 120_000, polling: 200 })
  if (handOvers !== undefined) await page.waitForFunction((wanted) => [...document.querySelectorAll('main dd')].some((number) => number.textContent?.replace(/\D/g, '') === String(wanted)), handOvers, { timeout: 120_000, polling: 200 })
  const filling = await longestTask(page)
  const filter = await inPage<number[]>(page, `(async () => {
    const count = () => [...document.querySelectorAll('main [role=status]')].map((line) => line.textContent).find((text) => / verdicts?$/.test(text))
    const times = []
    const names = ['Reason', 'Verdict', 'Source', 'Campaign', 'Period']
    for (const name of names) for (const on of [true, false]) {
      const select = document.querySelector('search select[aria-label="' + name + '"]')
      const before = count()
      const from = performance.now()
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, on ? select.options[name === 'Period' ? 2 : 1].value : '')
      select.dispatchEvent(new Event('change', { bubbles: true }))
      while (count() === before && performance.now() - from < 5_000) await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      times.push(performance.now() - from)
      await new Promise((done) => setTimeout(done, 400))
    }
    return times
  })()`)
  const filtering = await longestTask(page, filling.until)
  await page.close()
  return { shown, filter, longest: { filling: filling.longest, filtering: filtering.longest } }
}

function longestTask(page: Page, since = 0): Promise<{ longest: number; until: number }> {
  return inPage(page, `(async () => {
    const tasks = []
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()))
    observer.observe({ type: 'longtask', buffered: true })
    await new Promise((done) => setTimeout(done, 300))
    observer.disconnect()
    return { longest: Math.max(0, ...tasks.filter(({ startTime }) => startTime >= ${since}).map(({ duration }) => duration)), until: performance.now() }
  })()`)
}

function inPage<T>(page: Page, code: string): Promise<T> {
  return page.evaluate<T>(code)
}
