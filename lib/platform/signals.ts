import { browser } from 'wxt/browser'

/** Ways to reach who listens: nobody there is no failure. */
export const signals = {
  /** The loader in a tab's top frame. */
  toLoader(tabId: number, signal: object): void {
    browser.tabs.sendMessage(tabId, signal, { frameId: 0 }).catch(() => undefined)
  },
  /** The framed panel of a tab; `runtime.sendMessage` does not reach it in Firefox. */
  toFrame(tabId: number, frameId: number, signal: object): void {
    browser.tabs.sendMessage(tabId, signal, { frameId }).catch(() => undefined)
  },
  /** Side panel, sidebar and desk. */
  toPages(signal: object): void {
    browser.runtime.sendMessage(signal).catch(() => undefined)
  },
}
