// The budgets of the product, measured in a real Chromium on the sandbox: npm run bench. Needs a build.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { launchChromium } from '../e2e/harness/chromium.ts'
import { startSandbox } from '../sandbox/server.ts'
import { fileSize, firstChunk } from './bundle-size.ts'
import { navigationTimes } from './navigation-times.ts'
import { manyTabs } from './many-tabs.ts'
import { mutationStorms, pageCosts } from './page-cost.ts'
import { callsPerRecord, fillLibrary, searchTimes, verdictTimes } from './panel-times.ts'
import { spread } from './stats.ts'
import { setUp } from '../e2e/harness/set-up.ts'
import { salesforceLead } from '../e2e/harness/leads.ts'
import { salesforcePages } from '../e2e/harness/people.ts'

interface Row { what: string; measured: number; unit: string; budget: number; details?: unknown }

const root = join(import.meta.dirname, '..', '..')
const extension = join(root, '.output', 'chrome-mv3')
const executablePath = process.env['LEADSIDE_CHROMIUM'] ?? '/usr/bin/chromium'
const runs = Number(process.argv.find((part) => part.startsWith('--runs='))?.slice(7) ?? 12)
const rows: Row[] = []
const add = (what: string, measured: number, unit: string, budget: number, details?: unknown) => {
  rows.push({ what, measured: Math.round(measured * 100) / 100, unit, budget, ...(details === undefined ? {} : { details }) })
  console.log(`  ${what}: ${Math.round(measured * 100) / 100} ${unit} (budget ${budget})`)
}

console.log('Sizes')
const loader = fileSize(join(extension, 'crm-loader.js'))
add('loader on every CRM page', loader.raw, 'bytes', 6000, loader)
const panelChunk = firstChunk(extension, 'sidepanel.html')
add('panel first chunk', panelChunk.raw / 1000, 'kB', 450, panelChunk)
const deskChunk = firstChunk(extension, 'options.html')
add('options first chunk', deskChunk.raw / 1000, 'kB', 600, deskChunk)

const sandbox = await startSandbox()
const record = salesforceLead.url
const noRecord = `${salesforcePages}/lightning/page/home`

console.log('Cost to the page')
const bare = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'leadside-bench-')), { executablePath, headless: true, viewport: { width: 1360, height: 860 }, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...sandbox.chromiumArgs()] })
const surface = await launchChromium(sandbox, { extension, executablePath })
await setUp(surface, { library: true, salesforce: true, hubspot: true })
const both = [bare, surface.context]
const costs = { record: await pageCosts(both, record, runs), noRecord: await pageCosts(both, noRecord, runs) }
const [calm, watched] = await mutationStorms(both, record, runs)
await bare.close()
type Figure = 'script' | 'heapMb' | 'longTasks' | 'cls'
const detailsOf = (page: 'record' | 'noRecord', figure: Figure) => ({ without: costs[page][0]?.[figure], with: costs[page][1]?.[figure] })
const difference = (page: 'record' | 'noRecord', figure: Figure, at: 'p50' | 'p75' = 'p75') => {
  const { without, with: having } = detailsOf(page, figure)
  return (having?.[at] ?? Number.NaN) - (without?.[at] ?? Number.NaN)
}
add('script time added, no record (p75)', difference('noRecord', 'script'), 'ms', 1, detailsOf('noRecord', 'script'))
add('script time added, record (p75)', difference('record', 'script'), 'ms', 12, detailsOf('record', 'script'))
add('long tasks added, record (p75)', difference('record', 'longTasks'), 'ms', 0, detailsOf('record', 'longTasks'))
add('page heap added, record (median)', difference('record', 'heapMb', 'p50'), 'MB', 0.4, detailsOf('record', 'heapMb'))
add('layout shift added, record (p75)', difference('record', 'cls'), '', 0, detailsOf('record', 'cls'))
add('mutation storm with/without (median)', (watched?.p50 ?? Number.NaN) / (calm?.p50 ?? Number.NaN), '×', 1.02, { without: calm, with: watched })

console.log('The panel, beside a library of 10,000 assets')
await fillLibrary(surface, 10_000)
const calls = await callsPerRecord(surface)
add('Salesforce calls to open a record', calls.salesforce, 'calls', 2)
add('HubSpot calls to open a record', calls.hubspot, 'calls', 6)
add('calls on a page that is no record', calls.noRecord, 'calls', 0)
const navigation = await navigationTimes(surface)
const cached = spread(navigation.cached)
add('address change → painted, cached (p75)', cached.p75, 'ms', 150, cached)
add('address change → painted, cached (p95)', cached.p95, 'ms', 400)
const fresh = spread(navigation.fresh)
add('address change → painted, first visit (p75)', fresh.p75, 'ms', 900, fresh)
add('frames with another person', navigation.wrong, 'frames', 0)
const verdicts = spread(await verdictTimes(surface))
add('verdict click → durable and visible (p95)', verdicts.p95, 'ms', 30, verdicts)
const search = spread(await searchTimes(surface))
add('search keystroke (p95)', search.p95, 'ms', 16, search)

await surface.close()

console.log('F45: 50 lead tabs')
const tabs = await manyTabs(sandbox, { extension, executablePath }, 50)
add('panels in 50 lead tabs nobody looked at', tabs.before, 'panels', 0)
add('panels left 45 s after five of them were looked at', tabs.after, 'panels', 1, tabs)
add('heap of five panels together', tabs.heapMb, 'MB', 40)

await sandbox.close()
console.table(rows.map(({ what, measured, unit, budget }) => ({ what, measured, unit, budget, held: measured <= budget ? 'yes' : 'NO' })))
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify({ at: new Date().toISOString(), runs, rows }, null, 2)}\n`)
process.exit(0)
