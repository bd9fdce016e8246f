import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect } from '@playwright/test'
import { emptyPglite } from '../../contract/hub/pglite.ts'
import { startProcess } from '../../contract/hub/process.ts'
import { linksHost } from '../../sandbox/links-door.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import type { askFrom } from './set-up.ts'
import type { Surface, Tab, View } from './types.ts'

export interface TestHub {
  url: string
  /** The link of the first owner. */
  invite: string
  /** Sets its clock so many milliseconds behind this machine's. */
  liveBehind(ms: number): void
  close(): Promise<void>
}

/** What the team sends. */
export const teamAsset = {
  id: 'team-guide', title: 'The team guide to inventory', abstract: 'Ten questions before you buy stock.', url: 'https://www.quayside.example/guides/inventory', kind: 'ebook',
  topics: ['inventory'], stages: [], personas: [], industries: [], products: [], language: 'en', status: 'approved', version: 1, shareable: true, updatedAt: 1, verifiedAt: Date.now(),
  source: { system: 'local' },
}

/**
 * A real hub on the embedded database in a new folder; its links have the sandbox's public address, and the only HubSpot it reaches is the sandbox's.
 * @param settings more of its environment
 */
export async function startTestHub(sandbox: Sandbox, settings: Record<string, string> = {}): Promise<TestHub> {
  const folder = mkdtempSync(join(tmpdir(), 'leadside-hub-'))
  const certificate = join(folder, 'sandbox.pem')
  writeFileSync(certificate, sandbox.certificate)
  const behind = join(folder, 'behind')
  // Put in place whole: the hub may look at any moment.
  const liveBehind = (ms: number) => {
    writeFileSync(`${behind}.next`, String(ms))
    renameSync(`${behind}.next`, behind)
  }
  liveBehind(0)
  const database = join(folder, 'data', 'db')
  mkdirSync(database, { recursive: true })
  execFileSync('tar', ['-xf', await emptyPglite(), '-C', database], { stdio: 'ignore' })
  const hub = await startProcess({
    LEADSIDE_DATA: join(folder, 'data'), LEADSIDE_LINKS_URL: `https://${linksHost}`,
    NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: `http://127.0.0.1:${sandbox.proxyPort}`, NO_PROXY: '127.0.0.1', NODE_EXTRA_CA_CERTS: certificate,
    LEADSIDE_TEST_BEHIND: behind, ...settings,
  }, { args: ['--import', './test/e2e/harness/hub-clock.mjs', '--import', './hub/alias.mjs', 'hub/main.ts'] })
  sandbox.links.leadTo(hub.url)
  return {
    url: hub.url,
    invite: hub.invite ?? '',
    liveBehind,
    async close() {
      sandbox.links.leadTo(undefined)
      await hub.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface Prospect {
  /** Follows a link as a person does, by a click. Resolves to where that led. */
  follow(link: string): Promise<string>
  close(): Promise<void>
}

/** Somebody outside with a plain browser. */
export async function launchProspect(sandbox: Sandbox, executablePath: string): Promise<Prospect> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...sandbox.chromiumArgs()] })
  return {
    async follow(link) {
      // A browser without a window names itself as one, and is a machine to the hub.
      const page = await browser.newPage({ ignoreHTTPSErrors: true, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36' })
      await page.setContent(`<a href="${link}">The guide</a>`)
      await page.getByRole('link').click()
      await page.waitForURL(/www\.quayside\.example/)
      const address = page.url()
      await page.close()
      return address
    },
    close: () => browser.close(),
  }
}

/**
 * Sends what stands first among the suggestions by Gmail, and says that it was sent. Resolves to the tracked link in the mail. A hub that is slow to make
 * one is not waited for, and the asset's own address goes out: then it is tried again.
 */
export async function sendTracked(surface: Surface, { tab, panel }: { tab: Tab; panel: View }): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    await panel.click({ role: 'button', name: 'Send', nth: 0 })
    await panel.click({ role: 'button', name: /Gmail$/ })
    const mail = await surface.waitForTab(/mail\.google\.com/)
    const [link] = /https:\/\/go\.quayside\.example\/l\/[\w-]{24}/.exec(decodeURIComponent(await mail.url())) ?? []
    await mail.close()
    await tab.front()
    await panel.click({ role: 'button', name: 'Back' })
    await panel.sees(/Did you send/)
    await panel.click({ role: 'button', name: link === undefined ? 'Not sent' : 'Sent' })
    await panel.seesNot(/Did you send/)
    if (link !== undefined) return link
    if (tries === 3) throw new Error('the hub made no tracked link')
  }
}

/** Waits until openings of what was sent have come to the panel, asking the hub again, and shows them. The hub notes a view after it has answered, and one reading of it at a time is enough. */
export async function seesOpenings(panel: View, title: string, ask: ReturnType<typeof askFrom>): Promise<void> {
  const story = { role: 'button', name: new RegExp(`^${title}`) }
  await expect(async () => {
    await ask('team.sync', {})
    expect(await panel.count(story)).toBeGreaterThan(0)
  }).toPass({ timeout: 30_000 })
  await panel.click(story)
  await panel.sees('Opened a link you sent')
}
