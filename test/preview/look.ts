// Draws every state and scene of the panel in Chromium, saves the pictures and says what axe finds.
//   node test/preview/look.ts [--only=name,name] [--sizes=320x480] [--themes=dark] [--no-axe]
import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { accessibilityProblems } from './axe.ts'
import { scenes, type Scene } from './scenes.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const { values } = parseArgs({
  options: {
    only: { type: 'string' }, sizes: { type: 'string', default: '320x480,360x800,420x900' }, themes: { type: 'string', default: 'light,dark' }, 'no-axe': { type: 'boolean' },
  },
})
const configFile = here('vite.config.ts')
await build({ configFile })
const server = await preview({ configFile, preview: { port: 0 } })
const address = server.resolvedUrls?.local[0]
if (!address) throw new Error('the preview has no address')

const pictures = here('../../.cache/pictures')
mkdirSync(pictures, { recursive: true })
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const problems: string[] = []
try {
  const list = await browser.newPage()
  await list.goto(address)
  const states: Scene[] = (await list.getByRole('link').allInnerTexts()).map((name) => ({ name, state: name }))
  const wanted = values.only?.split(',')
  for (const scene of [...states, ...scenes].filter(({ name }) => !wanted || wanted.includes(name))) {
    for (const size of values.sizes.split(',')) for (const theme of values.themes.split(',')) await draw(scene, size, theme)
  }
} finally {
  await browser.close()
  await server.close()
}
console.log(problems.length === 0 ? 'nothing wrong' : problems.join('\n'))
process.exitCode = problems.length === 0 ? 0 : 1

async function draw({ name, state, act }: Scene, size: string, theme: string): Promise<void> {
  const [width = 320, height = 480] = size.split('x').map(Number)
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme === 'dark' ? 'dark' : 'light', deviceScaleFactor: 1.5, locale: 'en-GB', timezoneId: 'UTC' })
  const label = `${name} ${size} ${theme}`
  page.on('pageerror', (error) => problems.push(`${label}: ${error.message}`))
  page.on('console', (line) => line.type() === 'error' && problems.push(`${label}: ${line.text()}`))
  await page.goto(`${address}?state=${state}`)
  await page.locator('h1, [role=status], [role=alert]').first().waitFor()
  await page.waitForTimeout(150)
  try {
    await act?.(page)
  } catch (error) {
    problems.push(`${label}: ${String(error).slice(0, 300)}`)
  }
  await page.waitForTimeout(300)
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached', timeout: 2000 }).catch(() => undefined)
  await page.screenshot({ path: `${pictures}/${name}-${size}-${theme}.png` })
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (sideways > 0) problems.push(`${label}: scrolls ${sideways} px sideways`)
  if (!values['no-axe']) problems.push(...(await accessibilityProblems(page)).map((problem) => `${label}: ${problem}`))
  await page.close()
}
