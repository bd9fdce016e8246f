// The desk over many verdicts, measured in a real Chromium: npm run bench:desk. Needs a build.
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { launchChromium } from '../e2e/harness/chromium.ts'
import { setUp } from '../e2e/harness/set-up.ts'
import { startSandbox } from '../sandbox/server.ts'
import { feedbackTimes, openTimes, overviewTimes, seedHandOvers, seedVerdicts, type DeskTimes } from './desk-times.ts'
import { spread } from './stats.ts'

interface Row { what: string; measured: number; unit: string; budget: number; details?: unknown }

const root = join(import.meta.dirname, '..', '..')
const extension = join(resolve(root, process.env['LEADSIDE_OUT'] ?? '.output'), 'chrome-mv3')
const sandbox = await startSandbox()
const surface = await launchChromium(sandbox, { extension, executablePath: process.env['LEADSIDE_CHROMIUM'] ?? '/usr/bin/chromium' })
const rows: Row[] = []
const add = (page: string, times: DeskTimes, shown: number) => {
  const filter = spread(times.filter)
  const found: Row[] = [
    { what: `${page}: shown`, measured: times.shown, unit: 'ms', budget: shown },
    { what: `${page}: filter change (p95)`, measured: filter.p95, unit: 'ms', budget: 200, details: filter },
    { what: `${page}: longest task while filled`, measured: times.longest.filling, unit: 'ms', budget: 200 },
    { what: `${page}: longest task while filtered`, measured: times.longest.filtering, unit: 'ms', budget: 200 },
  ]
  for (const row of found) console.log(`  ${row.what}: ${Math.round(row.measured)} ms (budget ${row.budget})${row.details ? ` ${JSON.stringify(row.details)}` : ''}`)
  rows.push(...found.map((row) => ({ ...row, measured: Math.round(row.measured) })))
}

await setUp(surface, {})
await seedVerdicts(surface, 0, 10_000)
add('feedback, 10,000 verdicts', await feedbackTimes(surface, 10_000), 1_000)
await seedVerdicts(surface, 10_000, 100_000)
add('overview, 100,000 verdicts', await overviewTimes(surface, 100_000), 1_000)
await surface.killBackground()
add('overview, 100,000 verdicts, worker just stopped', await overviewTimes(surface, 100_000), 1_000)
await setUp(surface, { hubspot: true })
await seedHandOvers(surface, 100_000)
add('overview, 100,000 verdicts and 100,000 hand-overs', await overviewTimes(surface, 100_000, 100_000), 1_000)
add('feedback, 100,000 verdicts', await feedbackTimes(surface, 100_000), 1_000)
const opening = spread(await openTimes(surface))
const opened: Row = { what: 'a lead beside 100,000 verdicts, worker just stopped: cached panel (p75)', measured: Math.round(opening.p75), unit: 'ms', budget: 900, details: opening }
console.log(`  ${opened.what}: ${opened.measured} ms (budget ${opened.budget}) ${JSON.stringify(opening)}`)
rows.push(opened)

await surface.close()
await sandbox.close()
console.table(rows.map(({ details: _, ...row }) => ({ ...row, held: row.measured <= row.budget ? 'yes' : 'NO' })))
writeFileSync(join(import.meta.dirname, 'results-desk.json'), `${JSON.stringify({ at: new Date().toISOString(), rows }, null, 2)}\n`)
process.exit(0)
