import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Frame, type Page, type Worker } from '@playwright/test'
import type { Sandbox } from '../../sandbox/server.ts'
import { chromiumView } from './chromium-view.ts'
import type { Surface, Tab } from './types.ts'
import { waitFor } from './wait.ts'

export interface ChromiumOptions { extension: string; executablePath?: string | undefined; headless?: boolean; profile?: string; args?: string[] }

/** Chromium with the unpacked extension; all CRM hosts lead to the sandbox and every other host nowhere. */
export async function launchChromium(sandbox: Sandbox, options: ChromiumOptions): Promise<Surface & { context: BrowserContext; worker(): Promise<Worker>; extensionId: string }> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'leadside-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    ...(options.executablePath ? { executablePath: options.executablePath } : {}),
    headless: options.headless ?? true,
    viewport: options.headless === false ? null : { width: 1360, height: 860 },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      `--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`, ...sandbox.chromiumArgs(), ...(options.args ?? [])],
  })
  const worker = async () => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker')
  const extensionId = new URL((await worker()).url()).host

  const panelFrame = (page: Page): Frame | undefined => page.frames().find((frame) => frame.url().startsWith(`chrome-extension://${extensionId}/sidepanel.html`))

  function tabOf(page: Page): Tab {
    return {
      page: chromiumView(page),
      goto: async (url) => { await page.goto(url, { waitUntil: 'domcontentloaded' }) },
      pushState: (path) => page.evaluate((to) => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')) }, path),
      back: async () => { await page.goBack({ waitUntil: 'domcontentloaded' }) },
      reload: async () => { await page.reload({ waitUntil: 'domcontentloaded' }) },
      url: async () => page.url(),
      panel: async () => chromiumView(await waitFor(() => panelFrame(page), 'the panel frame')),
      hasPanel: async () => panelFrame(page) !== undefined,
      front: () => page.bringToFront(),
      close: () => page.close(),
    }
  }

  const extensionsPage = async <T>(run: (page: Page) => Promise<T>): Promise<T> => {
    const page = await context.newPage()
    await page.goto('chrome://extensions')
    try { return await run(page) } finally { await page.close() }
  }

  return {
    name: 'chromium', sandbox, context, worker, extensionId,
    async open(url) {
      const page = await context.newPage()
      await page.goto(url, { waitUntil: 'domcontentloaded' })
      return tabOf(page)
    },
    waitForTab: async (match, timeoutMs = 10_000) => tabOf(await waitFor(() => context.pages().findLast((page) => match.test(page.url())), `a tab ${match}`, timeoutMs)),
    async desk(page = '') {
      const tab = await context.newPage()
      await tab.goto(`chrome-extension://${extensionId}/options.html${page}`)
      return { view: chromiumView(tab), close: () => tab.close() }
    },
    async closeTabs() {
      const blank = await context.newPage()
      for (const page of context.pages()) if (page !== blank) await page.close()
    },
    async killBackground() {
      const page = context.pages()[0] ?? (await context.newPage())
      const session = await context.newCDPSession(page)
      await session.send('ServiceWorker.enable')
      const stopped = new Promise<void>((resolve) => {
        session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => { if (versions.some((version) => version.runningStatus === 'stopped')) resolve() })
      })
      await session.send('ServiceWorker.stopAllWorkers')
      await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 2_000))])
      await session.detach()
    },
    reloadExtension: () => extensionsPage((page) => page.evaluate(`new Promise((done) => chrome.developerPrivate.reload('${extensionId}', {}, done))`)).then(async () => { await new Promise((done) => setTimeout(done, 1_500)) }),
    setOffline: (offline) => context.setOffline(offline),
    setTheme: async (theme) => { for (const page of context.pages()) await page.emulateMedia({ colorScheme: theme }) },
    grant: (origins) => extensionsPage(async (page) => {
      for (const origin of origins) await page.evaluate(`new Promise((done) => chrome.developerPrivate.addHostPermission('${extensionId}', '${origin}', done))`)
    }),
    evaluateBackground: async (code) => (await worker()).evaluate(code),
    async close() {
      await context.close()
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
