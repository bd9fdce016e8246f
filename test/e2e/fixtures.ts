import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { startSandbox, type Sandbox } from '../sandbox/server.ts'
import { launchChromium, type ChromiumSurface } from './harness/chromium.ts'
import { launchFirefox, type FirefoxSurface } from './harness/firefox.ts'
import { setUp, type Wanted } from './harness/set-up.ts'
import type { BrowserName, Surface } from './harness/types.ts'

const output = process.env['LEADSIDE_OUT'] ?? join(import.meta.dirname, '..', '..', '.output')

/** For tests that need a browser of their own. */
export const chromiumExtension = join(output, 'chrome-mv3')
export const chromiumPath = process.env['LEADSIDE_CHROMIUM'] ?? '/usr/bin/chromium'

interface PerWorker { surface: Surface }
interface PerTest {
  sandbox: Sandbox
  /** A clean extension and sandbox, brought to the wanted state. */
  begin(wanted?: Wanted): Promise<Surface>
  /** The same with what only Chromium's automation can do, for files named `*.chromium.e2e.ts`. */
  beginChromium(wanted?: Wanted): Promise<ChromiumSurface>
  /** The same for Firefox and files named `*.firefox.e2e.ts`. */
  beginFirefox(wanted?: Wanted): Promise<FirefoxSurface>
}

/** One real browser of the project's kind for the whole run; each test starts from an empty extension and a fresh sandbox. */
export const test = base.extend<PerTest, PerWorker>({
  surface: [async ({}, use, info) => {
    const sandbox = await startSandbox()
    const name = info.project.name as BrowserName
    const surface = name === 'chromium'
      ? await launchChromium(sandbox, { extension: chromiumExtension, executablePath: chromiumPath })
      : await launchFirefox(sandbox, { extension: join(output, 'firefox-mv3'), executablePath: process.env['LEADSIDE_FIREFOX'] ?? '/usr/bin/firefox-esr' })
    await use(surface)
    await surface.close()
    await sandbox.close()
  }, { scope: 'worker', timeout: 60_000 }],

  sandbox: async ({ surface }, use) => { await use(surface.sandbox) },

  begin: async ({ surface }, use) => {
    await use(async (wanted = { consent: true, library: true, hubspot: true, salesforce: true }) => {
      await surface.closeTabs()
      await surface.setOffline(false)
      // What the test before had still to deliver is not delivered to this one's CRMs.
      surface.sandbox.faults.clear()
      await setUp(surface, { ...wanted, fresh: true, onceEmpty: () => surface.sandbox.reset() })
      return surface
    })
    await surface.setOffline(false)
  },

  beginChromium: async ({ begin }, use) => { await use(async (wanted) => (await begin(wanted)) as ChromiumSurface) },
  beginFirefox: async ({ begin }, use) => { await use(async (wanted) => (await begin(wanted)) as FirefoxSurface) },
})

/** Another person's browser on the same CRMs. */
export function launchSecond(sandbox: Sandbox): Promise<ChromiumSurface> {
  return launchChromium(sandbox, { extension: chromiumExtension, executablePath: chromiumPath })
}

/** Another person's Firefox on the same CRMs. */
export function launchSecondFirefox(sandbox: Sandbox): Promise<Surface> {
  return launchFirefox(sandbox, { extension: join(output, 'firefox-mv3'), executablePath: process.env['LEADSIDE_FIREFOX'] ?? '/usr/bin/firefox-esr' })
}

export { expect } from '@playwright/test'
