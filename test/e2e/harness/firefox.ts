import { randomUUID } from 'node:crypto'
import puppeteer, { type Frame, type Page } from 'puppeteer-core'
import type { Sandbox } from '../../sandbox/server.ts'
import { firefoxView } from './firefox-view.ts'
import type { Surface, Tab } from './types.ts'
import { waitFor } from './wait.ts'

export const firefoxAddonId = 'leadside@leadside.example'
export interface FirefoxOptions { extension: string; executablePath: string; headless?: boolean }

/** What only Firefox's automation can do. */
export interface FirefoxSurface extends Surface {
  /** Runs in the browser's own scope, where its menus, keys and permissions are. */
  chromeEval<T>(code: string): Promise<T>
  /** Where the extension's own pages are. */
  origin: string
  /** A frame that the page itself put up, with the address its document has. */
  frameOf(tab: Tab, selector: string): Promise<{ url: string; text(): Promise<string> } | undefined>
}

interface Bidi { connection: { send(method: string, params: object): Promise<{ result: unknown }> } }

/** Firefox with the built extension as a temporary add-on; all traffic goes through the sandbox's proxy. */
export async function launchFirefox(sandbox: Sandbox, options: FirefoxOptions): Promise<FirefoxSurface> {
  const uuid = randomUUID()
  const origin = `moz-extension://${uuid}`
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: options.executablePath, headless: options.headless ?? true, acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [firefoxAddonId]: uuid }),
      'extensions.webextOptionalPermissionPrompts': false,
      ...sandbox.firefoxPrefs(),
    },
  })
  await browser.installExtension(options.extension)

  const bidi = <T>(method: string, params: object): Promise<T> => (browser as unknown as Bidi).connection.send(method, params).then(({ result }) => result as T)
  const navigate = (page: Page, url: string) => bidi('browsingContext.navigate', { context: contextOf(page), url, wait: 'complete' })
  const contextOf = (page: Page) => (page.mainFrame() as unknown as { _id: string })._id

  async function chromeEval<T>(code: string): Promise<T> {
    const { contexts } = await bidi<{ contexts: { context: string }[] }>('browsingContext.getTree', { 'moz:scope': 'chrome' })
    const answer = await bidi<{ result: { value?: T }; exceptionDetails?: { text: string } }>('script.evaluate', { expression: code, target: { context: contexts[0]?.context }, awaitPromise: true, resultOwnership: 'none' })
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text)
    return answer.result.value as T
  }

  /** Firefox lists the frame as about:blank; its document knows better. */
  async function panelFrame(page: Page): Promise<Frame | undefined> {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame()) continue
      const path = await Promise.race([frame.evaluate('location.href').catch(() => ''), new Promise((done) => setTimeout(() => done(''), 500))])
      if (String(path).startsWith(`${origin}/sidepanel.html`)) return frame
    }
    return undefined
  }

  const pages = new WeakMap<Tab, Page>()

  function tabOf(page: Page): Tab {
    const tab: Tab = {
      page: firefoxView(page, async () => page.mainFrame()),
      goto: async (url) => { await page.goto(url, { waitUntil: 'domcontentloaded' }) },
      pushState: async (path) => { await page.evaluate((to) => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')) }, path) },
      back: async () => { await page.goBack({ waitUntil: 'domcontentloaded' }) },
      reload: async () => { await page.reload({ waitUntil: 'domcontentloaded' }) },
      url: async () => page.url(),
      panel: async () => {
        await waitFor(() => panelFrame(page), 'the panel frame')
        return firefoxView(page, () => waitFor(() => panelFrame(page), 'the panel frame'))
      },
      hasPanel: async () => (await panelFrame(page)) !== undefined,
      dockText: () => Promise.reject(new Error('not in Firefox')),
      front: () => page.bringToFront(),
      close: () => page.close(),
    }
    pages.set(tab, page)
    return tab
  }

  return {
    name: 'firefox', sandbox, chromeEval, origin,
    async frameOf(tab, selector) {
      const frame = await (await pages.get(tab)?.$(selector))?.contentFrame()
      if (!frame) return undefined
      return { url: String(await frame.evaluate('location.href').catch(() => '')), text: () => frame.evaluate(() => document.body?.innerText ?? '') }
    },
    async open(url) {
      const page = await browser.newPage()
      await page.setViewport({ width: 1360, height: 860 })
      await page.goto(url, { waitUntil: 'domcontentloaded' })
      return tabOf(page)
    },
    waitForTab: async (match, timeoutMs = 10_000) => tabOf(await waitFor(async () => (await browser.pages()).findLast((page) => match.test(page.url())), `a tab ${match}`, timeoutMs)),
    async desk(path = '') {
      const page = await browser.newPage()
      await page.setViewport({ width: 1360, height: 860 })
      await navigate(page, `${origin}/options.html${path}`)
      return { view: firefoxView(page, async () => page.mainFrame()), close: () => page.close() }
    },
    async sidePanel() {
      const page = await browser.newPage()
      await navigate(page, `${origin}/sidepanel.html`)
      return { view: firefoxView(page, async () => page.mainFrame()), close: () => page.close() }
    },
    async closeTabs() {
      const blank = await browser.newPage()
      for (const page of await browser.pages()) if (page !== blank) await page.close().catch(() => undefined)
    },
    killBackground: () => chromeEval(`WebExtensionPolicy.getByID('${firefoxAddonId}').extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }).then(() => null)`),
    async reloadExtension() { await browser.installExtension(options.extension) },
    setOffline: async (offline) => { await chromeEval(`(Services.io.offline = ${offline}, null)`) },
    setTheme: async (theme) => { await chromeEval(`(Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${theme === 'dark' ? 0 : 1}), null)`) },
    grant: async () => {},
    evaluateBackground: () => Promise.reject(new Error('not in Firefox')),
    close: () => browser.close(),
  }
}
