import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { spread, type Spread } from './stats.ts'

export interface PageCost { script: Spread; longTasks: Spread; heapMb: Spread; cls: Spread }

const settleMs = 1_500

interface Sample { script: number; long: number; heap: number; shift: number }

/**
 * Main-thread script time, long tasks, heap and layout shift of a page, on fresh loads after one warm-up. The browsers take
 * turns, so that what else the machine does meets both alike.
 */
export async function pageCosts(contexts: readonly BrowserContext[], url: string, runs: number): Promise<PageCost[]> {
  const samples = contexts.map((): Sample[] => [])
  for (let run = -1; run < runs; run += 1) {
    for (const [index, context] of contexts.entries()) {
      const sample = await load(context, url)
      if (run >= 0) samples[index]?.push(sample)
    }
  }
  return samples.map((found) => ({
    script: spread(found.map(({ script }) => script)), longTasks: spread(found.map(({ long }) => long)),
    heapMb: spread(found.map(({ heap }) => heap)), cls: spread(found.map(({ shift }) => shift)),
  }))
}

async function load(context: BrowserContext, url: string): Promise<Sample> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await page.addInitScript(() => {
    const sums = { long: 0, shift: 0 }
    Object.defineProperty(globalThis, '__sums', { value: sums })
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sums.long += entry.duration }).observe({ type: 'longtask', buffered: true })
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sums.shift += (entry as PerformanceEntry & { value: number }).value }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(settleMs)
  const sample = await measure(session, page)
  await page.close()
  return sample
}

async function measure(session: CDPSession, page: Page): Promise<Sample> {
  const sums = await page.evaluate('__sums') as { long: number; shift: number }
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { script: value('ScriptDuration') * 1000, heap: value('JSHeapUsedSize') / 1024 / 1024, long: sums.long, shift: sums.shift }
}

/** Time a page takes to add, change and remove many nodes, milliseconds; what watches mutations would slow it down. The browsers take turns. */
export async function mutationStorms(contexts: readonly BrowserContext[], url: string, runs: number): Promise<Spread[]> {
  const pages = await Promise.all(contexts.map((context) => context.newPage()))
  for (const page of pages) await page.goto(url, { waitUntil: 'load' })
  await pages[0]?.waitForTimeout(settleMs * 2)
  const times = pages.map((): number[] => [])
  for (let run = -2; run < runs * 3; run += 1) {
    for (const [index, page] of pages.entries()) {
      await page.bringToFront()
      const taken = await page.evaluate(storm)
      if (run >= 0) times[index]?.push(taken)
    }
  }
  for (const page of pages) await page.close()
  return times.map(spread)
}

async function storm(): Promise<number> {
  const from = performance.now()
  for (let step = 0; step < 4_000; step += 1) {
    const node = document.createElement('div')
    node.textContent = String(step)
    document.body.append(node)
    node.setAttribute('data-step', String(step))
    node.remove()
  }
  await new Promise((done) => setTimeout(done))
  return performance.now() - from
}
