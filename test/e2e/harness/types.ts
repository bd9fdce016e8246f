import type { Sandbox } from '../../sandbox/server.ts'

export type BrowserName = 'chromium' | 'firefox'

/** Elements are found as people and screen readers find them: by role and name. */
export interface Target { role: string; name: string | RegExp; exact?: boolean | undefined; nth?: number | undefined }

/** A document of the extension (panel or desk) or a CRM page, driven with trusted input. */
export interface View {
  click(target: Target): Promise<void>
  doubleClick(target: Target): Promise<void>
  /** Replaces what a field holds. */
  type(target: Target, text: string): Promise<void>
  press(key: string): Promise<void>
  /** Chooses an option of a native select by its text. */
  select(target: Target, option: string): Promise<void>
  /** Hands a file of this machine to the document's file field. */
  upload(file: string): Promise<void>
  count(target: Target): Promise<number>
  /** Visible text of the whole document. */
  text(): Promise<string>
  /** Waits until the visible text matches; the failure shows what was there instead. */
  sees(text: string | RegExp, timeoutMs?: number): Promise<void>
  seesNot(text: string | RegExp, timeoutMs?: number): Promise<void>
  evaluate<T>(code: string): Promise<T>
  /** Runs axe over the document. */
  axe(): Promise<{ passes: number; violations: { id: string; nodes: string[] }[] }>
  screenshot(file: string, size?: { width: number; height: number }): Promise<void>
}

export interface Tab {
  page: View
  goto(url: string): Promise<void>
  /** In-page navigation, as the CRM's own router does it. */
  pushState(path: string): Promise<void>
  back(): Promise<void>
  reload(): Promise<void>
  url(): Promise<string>
  /** The framed panel, once it is there. */
  panel(): Promise<View>
  hasPanel(): Promise<boolean>
  /** What stands in the dock's closed root, as text. */
  dockText(): Promise<string>
  front(): Promise<void>
  close(): Promise<void>
}

/** One real browser with the built extension, connected to one sandbox. */
export interface Surface {
  name: BrowserName
  sandbox: Sandbox
  open(url: string): Promise<Tab>
  /** Tabs the extension opened, newest last. */
  waitForTab(match: RegExp, timeoutMs?: number): Promise<Tab>
  desk(page?: string): Promise<{ view: View; close(): Promise<void> }>
  /** The panel page outside a CRM page, as the browser's own side panel shows it. */
  sidePanel(): Promise<{ view: View; close(): Promise<void> }>
  closeTabs(): Promise<void>
  killBackground(): Promise<void>
  reloadExtension(): Promise<void>
  setOffline(offline: boolean): Promise<void>
  setTheme(theme: 'light' | 'dark'): Promise<void>
  /** Grants optional hosts without the browser's prompt. */
  grant(origins: string[]): Promise<void>
  evaluateBackground<T>(code: string): Promise<T>
  close(): Promise<void>
}
