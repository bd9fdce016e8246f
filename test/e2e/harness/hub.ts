import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { chromium } from '@playwright/test'
import { startProcess } from '../../contract/hub/process.ts'
import { linksHost } from '../../sandbox/links-door.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import type { Surface } from './types.ts'

export interface TestHub {
  url: string
  /** The link of the first owner. */
  invite: string
  /** Brings a clock that was behind to the present. */
  catchUp(): void
  close(): Promise<void>
}

const clock = new URL('slow-clock.mjs', import.meta.url).href

/**
 * A real hub on the embedded database in a new folder; its links have the sandbox's public address, and the only HubSpot it reaches is the sandbox's.
 * @param settings more of its environment
 * @param behindMs how far its clock is behind, until it catches up
 */
export async function startTestHub(sandbox: Sandbox, settings: Record<string, string> = {}, behindMs = 0): Promise<TestHub> {
  const folder = mkdtempSync(join(tmpdir(), 'leadside-hub-'))
  const certificate = join(folder, 'sandbox.pem')
  writeFileSync(certificate, sandbox.certificate)
  const hub = await startProcess({
    LEADSIDE_DATA: join(folder, 'data'), LEADSIDE_LINKS_URL: `https://${linksHost}`,
    NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: `http://127.0.0.1:${sandbox.proxyPort}`, NO_PROXY: '127.0.0.1', NODE_EXTRA_CA_CERTS: certificate,
    ...(behindMs > 0 ? { NODE_OPTIONS: `--import ${clock}`, CLOCK_BEHIND_MS: String(behindMs) } : {}), ...settings,
  })
  sandbox.links.leadTo(hub.url)
  return {
    url: hub.url,
    invite: hub.invite ?? '',
    catchUp: () => void process.kill(hub.pid, 'SIGUSR2'),
    async close() {
      sandbox.links.leadTo(undefined)
      await hub.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Puts a browser's background behind as a hub can be; the returned function brings it to the present. */
export async function slowBackground(surface: Pick<Surface, 'evaluateBackground'>, behindMs: number): Promise<() => Promise<void>> {
  await surface.evaluateBackground(`(() => { const now = Date.now; Date.now = () => now() - ${behindMs}; globalThis.catchUp = () => { Date.now = now } })()`)
  return () => surface.evaluateBackground('catchUp()')
}

/** Follows a link as a prospect does: in a plain browser, by a click. Resolves to where that led. */
export async function visit(sandbox: Sandbox, link: string, executablePath: string | undefined): Promise<string> {
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox', ...sandbox.chromiumArgs()] })
  try {
    // A browser without a window names itself as one, and is a machine to the hub.
    const page = await browser.newPage({ ignoreHTTPSErrors: true, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36' })
    await page.setContent(`<a href="${link}">The guide</a>`)
    await page.getByRole('link').click()
    await page.waitForURL(/www\.quayside\.example/)
    return page.url()
  } finally {
    await browser.close()
  }
}
