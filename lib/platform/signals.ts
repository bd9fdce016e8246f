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
  /** Side panel, sidebar and desk. In Chromium framed panels get it too, and tell it apart by its mark. */
  toPages(signal: object): void {
    browser.runtime.sendMessage({ ...signal, to: 'pages' }).catch(() => undefined)
  },
}

/** Hears the signals meant for this page; returns the undo. */
export function hearSignals(framed: boolean, heard: (signal: unknown) => void): () => void {
  const listener = (message: unknown) => {
    if (!(framed && isForPages(message))) heard(message)
    return undefined
  }
  browser.runtime.onMessage.addListener(listener)
  return () => browser.runtime.onMessage.removeListener(listener)
}

function isForPages(message: unknown): boolean {
  return typeof message === 'object' && message !== null && Reflect.get(message, 'to') === 'pages'
}
