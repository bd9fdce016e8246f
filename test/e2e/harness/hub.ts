import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { startProcess } from '../../contract/hub/process.ts'
import { linksHost } from '../../sandbox/links-door.ts'
import type { Sandbox } from '../../sandbox/server.ts'

export interface TestHub {
  url: string
  /** The link of the first owner. */
  invite: string
  close(): Promise<void>
}

/**
 * A real hub on the embedded database in a new folder; its links have the sandbox's public address, and the only HubSpot it reaches is the sandbox's.
 * @param settings more of its environment
 */
export async function startTestHub(sandbox: Sandbox, settings: Record<string, string> = {}): Promise<TestHub> {
  const folder = mkdtempSync(join(tmpdir(), 'leadside-hub-'))
  const certificate = join(folder, 'sandbox.pem')
  writeFileSync(certificate, sandbox.certificate)
  const hub = await startProcess({
    LEADSIDE_DATA: join(folder, 'data'), LEADSIDE_LINKS_URL: `https://${linksHost}`,
    NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: `http://127.0.0.1:${sandbox.proxyPort}`, NO_PROXY: '127.0.0.1', NODE_EXTRA_CA_CERTS: certificate,
    ...settings,
  })
  sandbox.links.leadTo(hub.url)
  return {
    url: hub.url,
    invite: hub.invite ?? '',
    async close() {
      sandbox.links.leadTo(undefined)
      await hub.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
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
