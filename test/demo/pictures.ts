// The pictures in README: node --import ./hub/alias.mjs test/demo/pictures.ts, after npm run build.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from '../e2e/harness/chromium.ts'
import { hubspotContact, salesforceLead } from '../e2e/harness/leads.ts'
import { setUp } from '../e2e/harness/set-up.ts'
import type { View } from '../e2e/harness/types.ts'
import { startSandbox } from '../sandbox/server.ts'
import { ready } from './tour.ts'

const root = join(import.meta.dirname, '..', '..')
const size = { width: 1280, height: 800 }
const mostBytes = 300_000

const sandbox = await startSandbox()
const surface = await launchChromium(sandbox, { extension: join(root, '.output', 'chrome-mv3'), executablePath: process.env['LEADSIDE_CHROMIUM'] ?? '/usr/bin/chromium' })
await setUp(surface, { consent: true, library: true, hubspot: true, salesforce: true })

async function take(view: View, name: string): Promise<void> {
  const file = join(root, 'docs', 'images', `${name}.png`)
  await view.screenshot(file, size)
  const bytes = statSync(file).size
  console.log(`${name}.png ${Math.round(bytes / 1000)} kB`)
  if (bytes > mostBytes) throw new Error(`${name}.png is too large for README`)
}

const lead = await surface.open(salesforceLead.url)
await ready(lead, salesforceLead.name)
await surface.pageOf(lead).setViewportSize(size)
await new Promise((done) => setTimeout(done, 500))
await take(lead.page, 'salesforce-panel')
await surface.setTheme('dark')
await new Promise((done) => setTimeout(done, 500))
await take(lead.page, 'panel-dark')

const contact = await surface.open(hubspotContact.url)
await surface.setTheme('light')
await surface.pageOf(contact).setViewportSize(size)
await ready(contact, hubspotContact.name)
await take(contact.page, 'hubspot-panel')

// The samples carry enough verdicts for the feedback page to say something.
const desk = await surface.desk()
await desk.view.click({ role: 'button', name: 'Load samples' })
await desk.view.sees('Remove samples')
await desk.view.evaluate(`location.hash = '#/feedback'`)
await desk.view.sees('Feedback')
await new Promise((done) => setTimeout(done, 800))
await take(desk.view, 'desk-feedback')

await surface.close()
await sandbox.close()
process.exit(0)
