// The extension in a real Chromium on the sandbox's Salesforce and HubSpot, with sample data, a team's hub and nothing to sign up for.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from '../e2e/harness/chromium.ts'
import { setUp } from '../e2e/harness/set-up.ts'
import { startSandbox } from '../sandbox/server.ts'
import { startTeam } from './team.ts'
import { tour } from './tour.ts'
import { welcomePages } from './welcome.ts'

const root = join(import.meta.dirname, '..', '..')
const screen = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined
const walk = process.argv.includes('--tour') || !screen
const extension = join(process.env['LEADSIDE_OUT'] ?? join(root, '.output'), 'chrome-mv3')
if (!existsSync(extension)) throw new Error('Build first: npm run build')

const sandbox = await startSandbox()
const surface = await launchChromium(sandbox, { extension, executablePath: process.env['LEADSIDE_CHROMIUM'], headless: !screen })
await setUp(surface, { consent: true, library: true, hubspot: true, salesforce: true })
const team = await startTeam(surface)

if (walk) {
  const pictures = join(root, '.cache', 'demo')
  await tour(surface, pictures)
  if (!screen) console.log('There is no screen here, so a rep\'s day is walked through without one.')
  console.log(`Pictures of every step: ${pictures}`)
  await stop()
} else {
  await surface.desk()
  for (const url of welcomePages()) await surface.open(url)
  console.log('Leadside runs in the browser window. Everything in it is made up and nothing leaves this computer.')
  console.log(`You are Olivia, who runs the team's hub at ${team.url}; Robin and Sam have joined and judged. Send an asset with Gmail and open its link`)
  console.log('in another tab: it comes back to the lead within a minute. Another browser joins as a rep with this invite:')
  console.log(`  ${team.invite}`)
  console.log('Close the window or press Ctrl+C to stop.')
  surface.context.on('close', () => void stop())
  process.once('SIGINT', () => void stop())
}

async function stop(): Promise<void> {
  await surface.close().catch(() => undefined)
  await team.close()
  await sandbox.close()
  process.exit(0)
}
