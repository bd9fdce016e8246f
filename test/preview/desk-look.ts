// Draws every page of the desk in Chromium with nothing, little and much, saves the pictures and says what axe finds.
//   node test/preview/desk-look.ts [--only=feedback-much,library-little] [--sizes=400x900] [--themes=dark] [--no-axe]
import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { accessibilityProblems } from './axe.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const { values } = parseArgs({
  options: { only: { type: 'string' }, sizes: { type: 'string', default: '1280x900,400x900' }, themes: { type: 'string', default: 'light,dark' }, 'no-axe': { type: 'boolean' } },
})

interface Scene { name: string; state: string; page: string; act?: (page: Page) => Promise<void> }
const csv = 'Title,Link,Type,Approved,Expires\nPrice list,https://a.example/p,pricing,yes,2027-01-01\n,https://a.example/x,ebook,,\nBad link,javascript:alert(1),ebook,,\nBad date,https://a.example/y,ebook,,31/12/2026\n'
const chooseFile = async (page: Page) => {
  await page.getByRole('button', { name: 'Import', exact: true }).first().click()
  await page.locator('input[type=file]').setInputFiles({ name: 'assets.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
}
const findSources = async (page: Page) => {
  await page.getByRole('button', { name: 'Add a source' }).first().click()
  await page.getByLabel('Address of your site, a feed or a file').fill('www.quayside.example')
  await page.getByRole('button', { name: 'See what is there' }).click()
  await page.getByText('What is there', { exact: true }).waitFor()
}
const scenes: Scene[] = [
  { name: 'consent', state: 'consent', page: 'home' },
  { name: 'set-up', state: 'nothing', page: 'set-up' },
  { name: 'ready', state: 'little', page: 'set-up' },
  ...['home', 'overview', 'feedback', 'findings', 'review', 'library', 'connections', 'data'].flatMap((page) => ['nothing', 'little', 'much', 'locked'].map((state) => ({ name: `${page}-${state}`, state, page }))),
  ...['requests', 'care', 'gaps'].flatMap((tab) => ['nothing', 'little', 'much'].map((state) => ({ name: `${tab}-${state}`, state: `care-${state}`, page: `library?tab=${tab}` }))),
  ...['nothing', 'little', 'much'].map((state) => ({ name: `sources-${state}`, state: `sources-${state}`, page: 'library?tab=sources' })),
  { name: 'sources-found', state: 'sources-much', page: 'library?tab=sources', act: findSources },
  { name: 'sources-preview', state: 'sources-little', page: 'library?tab=sources', act: async (page) => {
    await findSources(page)
    await page.getByRole('button', { name: /^Preview: RSS/ }).click()
    await page.getByText('Before anything is imported').waitFor()
  } },
  { name: 'sources-edit', state: 'sources-little', page: 'library?tab=sources', act: async (page) => {
    await page.getByRole('button', { name: /^Columns and values of/ }).first().click()
    await page.getByRole('button', { name: 'What changes' }).click()
  } },
  { name: 'sources-remove', state: 'sources-little', page: 'library?tab=sources', act: async (page) => page.getByRole('button', { name: 'Remove Quayside blog' }).click() },
  { name: 'requests-answer', state: 'care-little', page: 'library?tab=requests', act: async (page) => {
    await page.getByRole('button', { name: 'Show requests' }).nth(1).click()
    await page.getByRole('button', { name: 'Answer', exact: true }).first().click()
  } },
  { name: 'gaps-industry', state: 'care-much', page: 'library?tab=gaps&by=industry' },
  { name: 'asset-much', state: 'care-much', page: 'library?tab=asset&id=guide-1' },
  { name: 'asset-little', state: 'care-little', page: 'library?tab=asset&id=guide-3' },
  { name: 'asset-gone', state: 'care-little', page: 'library?tab=asset&id=none' },
  ...['', '?part=definitions', '?part=reasons', '?part=promises', '?part=promotions', '?part=versions'].flatMap((part) => ['playbook', 'playbookNew', 'playbookRep'].map((state) => (
    { name: `${state}-${part.split('=')[1] ?? 'journey'}`, state, page: `playbook${part}` }))),
  { name: 'playbook-definition-form', state: 'playbook', page: 'playbook?part=definitions', act: async (page) => page.getByRole('button', { name: 'Edit MQL' }).click() },
  { name: 'playbook-promotion-form', state: 'playbook', page: 'playbook?part=promotions', act: async (page) => page.getByRole('button', { name: /^Edit Spring/ }).click() },
  { name: 'playbook-version', state: 'playbook', page: 'playbook?part=versions&version=1' },
  { name: 'feedback-huge', state: 'huge', page: 'feedback' },
  { name: 'feedback-picked', state: 'much', page: 'feedback', act: async (page) => page.getByRole('button', { name: 'Spring planning week' }).click() },
  { name: 'overview-cell', state: 'much', page: 'overview', act: async (page) => {
    await page.getByRole('table', { name: /How often each reason/ }).getByRole('button').first().click()
    await page.getByRole('button', { name: 'Make a finding' }).click()
  } },
  { name: 'overview-tables', state: 'much', page: 'overview', act: async (page) => page.getByRole('button', { name: 'Show as table' }).first().click() },
  { name: 'overview-huge', state: 'huge', page: 'overview' },
  { name: 'overview-leads', state: 'much', page: 'overview', act: async (page) => page.getByRole('button', { name: /^Never opened: / }).click() },
  { name: 'overview-late', state: 'much', page: 'overview', act: async (page) => page.getByRole('button', { name: /^Still waiting: / }).click() },
  { name: 'overview-hub', state: 'hubBringing', page: 'overview' },
  { name: 'overview-hub-unanswered', state: 'hubBringing', page: 'overview?campaign=Newsletter&source=Webinar' },
  { name: 'overview-hub-longer', state: 'hubLonger', page: 'overview?period=' },
  { name: 'connections-waiting', state: 'hubRep', page: 'connections', act: async (page) => page.getByRole('button', { name: 'I am Sam Poe' }).click() },
  { name: 'data-untold', state: 'hubRep', page: 'data', act: async (page) => {
    await page.getByLabel(/^Type “delete”/).fill('delete')
    await page.getByRole('button', { name: 'Delete everything' }).click()
    await page.getByText(/^Nothing was deleted/).waitFor()
  } },
  { name: 'data-hub-rep', state: 'hubRep', page: 'data', act: async (page) => {
    await page.getByLabel('Name, company, email address, record id or page address').fill('marta')
    await page.getByRole('button', { name: 'Delete this person' }).click()
  } },
  { name: 'review-hub', state: 'hubBringing', page: 'review' },
  { name: 'feedback-broken', state: 'broken', page: 'feedback' },
  { name: 'library-broken', state: 'broken', page: 'library' },
  { name: 'library-form', state: 'little', page: 'library', act: async (page) => page.getByRole('button', { name: 'Add', exact: true }).click() },
  { name: 'import-columns', state: 'little', page: 'library', act: chooseFile },
  { name: 'import-preview', state: 'little', page: 'library', act: async (page) => {
    await chooseFile(page)
    await page.getByRole('button', { name: /^Preview/ }).click()
    await page.getByText(/can be sent by reps/).waitFor()
  } },
  { name: 'connect-salesforce', state: 'nothing', page: 'connections', act: async (page) => page.getByRole('button', { name: 'Salesforce' }).click() },
  { name: 'connect-hubspot', state: 'nothing', page: 'connections', act: async (page) => page.getByRole('button', { name: 'HubSpot' }).click() },
]

const configFile = here('desk.config.ts')
await build({ configFile })
const server = await preview({ configFile, preview: { port: 0 } })
const address = server.resolvedUrls?.local[0]
if (!address) throw new Error('the preview has no address')

const pictures = here('../../.cache/pictures-desk')
mkdirSync(pictures, { recursive: true })
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const problems: string[] = []
try {
  const wanted = values.only?.split(',')
  for (const scene of scenes.filter(({ name }) => !wanted || wanted.includes(name))) {
    for (const size of values.sizes.split(',')) for (const theme of values.themes.split(',')) await draw(scene, size, theme)
  }
} finally {
  await browser.close()
  await server.close()
}
console.log(problems.length === 0 ? 'nothing wrong' : problems.join('\n'))
process.exitCode = problems.length === 0 ? 0 : 1

async function draw({ name, state, page: desk, act }: Scene, size: string, theme: string): Promise<void> {
  const [width = 1280, height = 900] = size.split('x').map(Number)
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme === 'dark' ? 'dark' : 'light', locale: 'en-GB', timezoneId: 'UTC' })
  const label = `${name} ${size} ${theme}`
  page.on('pageerror', (error) => problems.push(`${label}: ${error.message}`))
  page.on('console', (line) => line.type() === 'error' && problems.push(`${label}: ${line.text()}`))
  await page.goto(`${address}desk.html?state=${state}#/${desk}`)
  await page.locator('h1').first().waitFor()
  await act?.(page).catch((error: unknown) => problems.push(`${label}: ${String(error).slice(0, 300)}`))
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${pictures}/${name}-${size}-${theme}.png`, fullPage: true })
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (sideways > 0) problems.push(`${label}: scrolls ${sideways} px sideways`)
  if (!values['no-axe']) problems.push(...(await accessibilityProblems(page)).map((problem) => `${label}: ${problem}`))
  await page.close()
}
