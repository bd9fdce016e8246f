import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Frame, type Page, type Worker } from '@playwright/test'
import type { Sandbox } from '../../sandbox/server.ts'
import { dockOf, type Dock } from './chromium-dock.ts'
import { changingView, chromiumView } from './chromium-view.ts'
import type { Surface, Tab } from './types.ts'
import { waitFor } from './wait.ts'

export interface ChromiumOptions { extension: string; executablePath?: string | undefined; headless?: boolean; profile?: string; args?: string[] }

/** What only Chromium's automation can do. */
export interface ChromiumSurface extends Surface {
  context: BrowserContext
  extensionId: string
  worker(): Promise<Worker>
  setEnabled(on: boolean): Promise<void>
  dock(tab: Tab): Dock
  pageOf(tab: Tab): Page
}

/** How Chromium is started: with the unpacked extension, without sandboxes and services of its own. */
export function chromiumFlags(sandbox: Sandbox, extension: string): string[] {
  return [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    `--disable-extensions-except=${extension}`, `--load-extension=${extension}`, ...sandbox.chromiumArgs(),
  ]
}

/** Chromium with the unpacked extension; all CRM hosts lead to the sandbox and every other host nowhere. */
export async function launchChromium(sandbox: Sandbox, options: ChromiumOptions): Promise<ChromiumSurface> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'leadside-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    ...(options.executablePath ? { executablePath: options.executablePath } : {}),
    headless: options.headless ?? true,
    viewport: options.headless === false ? null : { width: 1360, height: 860 },
    args: [...chromiumFlags(sandbox, options.extension), ...(options.args ?? [])],
  })
  const worker = async () => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker')
  const extensionId = new URL((await worker()).url()).host

  const panelFrame = (page: Page): Frame | undefined => page.frames().find((frame) => frame.url().startsWith(`chrome-extension://${extensionId}/sidepanel.html`))

  const pages = new WeakMap<Tab, Page>()
  const pageOf = (tab: Tab): Page => {
    const page = pages.get(tab)
    if (!page) throw new Error('not a tab of this browser')
    return page
  }

  function tabOf(page: Page): Tab {
    const tab: Tab = {
      page: chromiumView(page),
      goto: async (url) => { await page.goto(url, { waitUntil: 'domcontentloaded' }) },
      pushState: (path) => page.evaluate((to) => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')) }, path),
      back: async () => { await page.goBack({ waitUntil: 'domcontentloaded' }) },
      reload: async () => { await page.reload({ waitUntil: 'domcontentloaded' }) },
      url: async () => page.url(),
      panel: async () => {
        const find = () => waitFor(() => panelFrame(page), 'the panel frame')
        await find()
        return changingView(find)
      },
      hasPanel: async () => panelFrame(page) !== undefined,
      dockText: () => dockOf(context, page).text(),
      front: () => page.bringToFront(),
      close: () => page.close(),
    }
    pages.set(tab, page)
    return tab
  }

  const extensionsPage = async <T>(run: (page: Page) => Promise<T>): Promise<T> => {
    const page = await context.newPage()
    await page.goto('chrome://extensions')
    try { return await run(page) } finally { await page.close() }
  }

  const setEnabled = (on: boolean) => extensionsPage(async (page) => { await page.evaluate(`new Promise((done) => chrome.management.setEnabled('${extensionId}', ${on}, done))`) })

  return {
    name: 'chromium', sandbox, context, worker, extensionId, pageOf,
    dock: (tab) => dockOf(context, pageOf(tab)),
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
    async sidePanel() {
      const tab = await context.newPage()
      await tab.goto(`chrome-extension://${extensionId}/sidepanel.html`)
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
    /** Switched off and on again: to open pages that is the same as an update. */
    async reloadExtension() {
      await setEnabled(false)
      await setEnabled(true)
      await waitFor(() => context.serviceWorkers().length > 0, 'the new background')
    },
    setEnabled,
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
