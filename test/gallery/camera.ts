import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from '@playwright/test'
import { accessibilityProblems } from '../preview/axe.ts'
import { pictureName, sizeOf, sizes, themes, type Scene, type Shot, type Size } from './types.ts'

/** Longer pages are cut: nobody looks further down a picture. */
const tallest = 4_000

/** Takes a surface wide and narrow, light and dark, into a folder. Resolves to what is wrong with it, a line each. */
export async function take(page: Page, scene: Scene, shot: Shot, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const problems = new Map<string, string[]>()
  for (const size of Object.keys(sizes) as Size[]) {
    await page.setViewportSize(sizeOf(scene, size))
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await settle(page)
      const own = documentOf(page)
      for (const problem of [...await sideways(own), ...await accessibilityProblems(own)]) problems.set(problem, [...(problems.get(problem) ?? []), `${size} ${theme}`])
      await page.screenshot({ path: join(folder, pictureName(shot, size, theme)), ...(own === page ? await wholePage(page, sizeOf(scene, size).width) : {}) })
    }
  }
  return [...problems].map(([problem, where]) => `${shot.state} (${where.join(', ')}): ${problem}`)
}

/** The panel where the page is a CRM's, else the page. */
function documentOf(page: Page): Page | Frame {
  return page.url().startsWith('chrome-extension:') ? page : page.frames().find((frame) => frame.url().startsWith('chrome-extension:')) ?? page
}

/** What is read lazily is there, nothing is busy, a frame that was moved lets its buttons be pressed again, and two frames were drawn. */
async function settle(page: Page): Promise<void> {
  const own = documentOf(page)
  await own.waitForFunction(() => document.querySelector('[aria-busy=true]') === null, undefined, { timeout: 8_000 }).catch(() => undefined)
  if (own !== page) await own.waitForFunction(() => document.querySelector('[role=group] [aria-disabled=true]') === null, undefined, { timeout: 1_500 }).catch(() => undefined)
  await own.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)) }))
  await page.waitForTimeout(150)
}

async function wholePage(page: Page, width: number) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  return { fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, tallest) } }
}

async function sideways(own: Page | Frame): Promise<string[]> {
  const over = await own.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return over > 0 ? [`scrolls ${over} px sideways`] : []
}
