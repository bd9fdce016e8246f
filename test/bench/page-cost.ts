import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { spread, type Spread } from './stats.ts'

export interface PageCost { script: Spread; longTasks: Spread; heapMb: Spread; cls: Spread }

const settleMs = 1_500

/** Main-thread script time, long tasks, heap and layout shift of a page, fresh loads, after one warm-up. */
export async function pageCost(context: BrowserContext, url: string, runs: number): Promise<PageCost> {
  const found = { script: [] as number[], longTasks: [] as number[], heapMb: [] as number[], cls: [] as number[] }
  for (let run = -1; run < runs; run += 1) {
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
    const measured = await measure(session, page)
    if (run >= 0) {
      found.script.push(measured.script)
      found.longTasks.push(measured.long)
      found.heapMb.push(measured.heap)
      found.cls.push(measured.shift)
    }
    await page.close()
  }
  return { script: spread(found.script), longTasks: spread(found.longTasks), heapMb: spread(found.heapMb), cls: spread(found.cls) }
}

async function measure(session: CDPSession, page: Page) {
  const sums = await page.evaluate('__sums') as { long: number; shift: number }
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { script: value('ScriptDuration') * 1000, heap: value('JSHeapUsedSize') / 1024 / 1024, long: sums.long, shift: sums.shift }
}
